/** What a profile says, folded away until somebody wants to see or change it. */
import { type FormEvent, useId, useState } from 'react';
import { ENCODABLE, type ExportProfile, PLACEHOLDERS, unknownHolders } from '../../shared/contract/profile.ts';
import { EXPORT_FIELDS } from '../../shared/document/document.ts';
import { ENCODINGS } from '../../shared/model/source.ts';
import { useWords } from '../i18n/words.ts';

interface ProfileFormProps {
  readonly profile: ExportProfile;
  readonly profiles: readonly ExportProfile[];
  readonly change: (profile: ExportProfile) => void;
  readonly save: (profiles: readonly ExportProfile[]) => Promise<void>;
}

export function ProfileForm({ profile, profiles, change, save }: ProfileFormProps) {
  const { t } = useWords();
  return (
    <details className="profile">
      <summary>{t('export.details')}</summary>
      <Choice
        label={t('export.which')}
        value={profile.articles}
        options={['all', 'settled'].map((one) => [one, t(`export.articlesOf.${one}`)])}
        change={(value) => change({ ...profile, articles: value === 'settled' ? 'settled' : 'all' })}
      />
      <Choice
        label={t('export.per')}
        value={profile.per}
        options={['issue', 'article'].map((one) => [one, t(`export.perOf.${one}`)])}
        change={(value) => change({ ...profile, per: value === 'article' ? 'article' : 'issue' })}
      />
      <Fields profile={profile} change={change} />
      <Pattern profile={profile} change={change} />
      {ENCODABLE.has(profile.format) && (
        <>
          <Choice
            label={t('export.encoding')}
            value={profile.encoding}
            options={ENCODINGS.map((one) => [one, one])}
            change={(value) => change({ ...profile, encoding: ENCODINGS.find((one) => one === value) ?? 'utf-8' })}
          />
          <Choice
            label={t('export.lineEnd')}
            value={profile.lineEnd}
            options={['lf', 'crlf'].map((one) => [one, t(`export.lineEnds.${one}`)])}
            change={(value) => change({ ...profile, lineEnd: value === 'crlf' ? 'crlf' : 'lf' })}
          />
        </>
      )}
      <Keep profile={profile} profiles={profiles} change={change} save={save} />
    </details>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly string[])[];
  readonly change: (value: string) => void;
}

function Choice({ label, value, options, change }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => change(event.target.value)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

type Part = Pick<ProfileFormProps, 'profile' | 'change'>;

function Fields({ profile, change }: Part) {
  const { t } = useWords();
  return (
    <fieldset className="profile-fields">
      <legend>{t('export.fields')}</legend>
      {EXPORT_FIELDS.map((field) => (
        <label key={field} className="check">
          <input
            type="checkbox"
            checked={profile.fields.includes(field)}
            onChange={(event) =>
              change({
                ...profile,
                fields: EXPORT_FIELDS.filter((one) =>
                  one === field ? event.target.checked : profile.fields.includes(one),
                ),
              })
            }
          />
          {t(`export.field.${field}`)}
        </label>
      ))}
    </fieldset>
  );
}

function Pattern({ profile, change }: Part) {
  const { t } = useWords();
  const hint = useId();
  const unknown = unknownHolders(profile.pattern);
  return (
    <>
      <label>
        {t('export.pattern')}
        <input
          type="text"
          value={profile.pattern}
          maxLength={300}
          spellCheck={false}
          placeholder={t('export.usualName')}
          aria-invalid={unknown.length > 0}
          aria-describedby={hint}
          onChange={(event) => change({ ...profile, pattern: event.target.value })}
        />
      </label>
      <p id={hint} className="quiet profile-hint">
        {unknown.length > 0
          ? t('export.unknownHolder', { name: `{${unknown[0]}}` })
          : t('export.holders', { names: PLACEHOLDERS.map((one) => `{${one}}`).join(' ') })}
      </p>
    </>
  );
}

function Keep({ profile, profiles, change, save }: ProfileFormProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const isSaved = profiles.some(({ name }) => name === profile.name);
  const name = typed ?? (isSaved ? profile.name : '');
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const named = { ...profile, name: name.trim() };
    if (named.name === '') return;
    change(named);
    setTyped(null);
    void save([...profiles.filter((one) => one.name !== named.name), named]);
  };
  return (
    <form className="profile-keep" onSubmit={keep}>
      <input
        type="text"
        value={name}
        maxLength={60}
        aria-label={t('export.profileName')}
        placeholder={t('export.profileName')}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" disabled={name.trim() === ''}>
        {t('export.saveProfile')}
      </button>
      {isSaved && (
        <button type="button" onClick={() => void save(profiles.filter((one) => one.name !== profile.name))}>
          {t('export.dropProfile', { name: profile.name })}
        </button>
      )}
    </form>
  );
}
