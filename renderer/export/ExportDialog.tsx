/** Export: what is delivered how, then what would be written against the last time, then where it is. */
import { useState } from 'react';
import { EXPORT_FORMATS } from '../../shared/contract/contract.ts';
import { type ExportProfile, exportProfileSchema, plainProfile } from '../../shared/contract/profile.ts';
import { useWords } from '../i18n/words.ts';
import { useDesk } from '../store/index.ts';
import { Dialog } from '../widgets/Dialog.tsx';
import { ArchiveExport } from './ArchiveExport.tsx';
import { IssueExport } from './IssueExport.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { useProfiles } from './useProfiles.ts';

/** Values of the choice: a format, or a profile behind this sign. */
const SAVED = 'profile:';

export function ExportDialog({ of }: { readonly of: 'issue' | 'archive' }) {
  const { t } = useWords();
  const file = useDesk((state) => state.file?.file) ?? null;
  const { profiles, save } = useProfiles(of === 'issue' ? file : null);
  const [profile, setProfile] = useState<ExportProfile>(() => plainProfile('json'));
  const isSaved = profiles.some(({ name }) => name === profile.name);
  const choose = (value: string) => {
    const format = EXPORT_FORMATS.find((one) => one === value);
    const saved = profiles.find(({ name }) => SAVED + name === value);
    if (saved) setProfile(saved);
    else if (format) setProfile(plainProfile(format));
  };
  const isSound = exportProfileSchema.safeParse(profile).success;
  return (
    <Dialog title={t(of === 'issue' ? 'export.title' : 'export.archiveTitle')} size="medium">
      <div className="form">
        <label>
          {t('export.format')}
          <select
            value={isSaved ? SAVED + profile.name : profile.format}
            onChange={(event) => choose(event.target.value)}
          >
            {profiles.length > 0 && (
              <optgroup label={t('export.profiles')}>
                {profiles.map(({ name }) => (
                  <option key={name} value={SAVED + name}>
                    {name}
                  </option>
                ))}
              </optgroup>
            )}
            <optgroup label={t('export.formats')}>
              {EXPORT_FORMATS.map((one) => (
                <option key={one} value={one}>
                  {t(`format.${one}`)}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
        <ProfileForm profile={profile} profiles={profiles} change={setProfile} save={save} />
        {!isSound && <p role="alert">{t('export.unsound')}</p>}
        {isSound && of === 'issue' && <IssueExport profile={profile} />}
        {isSound && of === 'archive' && <ArchiveExport profile={profile} />}
      </div>
    </Dialog>
  );
}
