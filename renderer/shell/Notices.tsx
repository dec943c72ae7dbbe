/** What the editor should know of this opening; and the name, asked once, without standing in the way. */
import { useState } from 'react';
import { LONGEST_PERSON } from '../../shared/contract/settings.ts';
import { useWords } from '../i18n/words.ts';
import { changeSettings, desk, useDesk } from '../store/index.ts';

export function Notices() {
  const { t, sentence } = useWords();
  const notices = useDesk((state) => state.notices);
  const readOnly = useDesk((state) => state.readOnly);
  if (notices.length === 0 && !readOnly) return null;
  return (
    <ul className="notices">
      {notices.map(({ key, values }) => (
        <li key={key}>
          {sentence({ key: `notice.${key}`, values: values ?? {} })}
          <button
            type="button"
            className="plain"
            aria-label={t('notice.dismiss')}
            onClick={() => desk.set({ notices: notices.filter((notice) => notice.key !== key) })}
          >
            ×
          </button>
        </li>
      ))}
      {readOnly && (
        <li>
          {t('notice.readOnly', { host: readOnly.host, since: new Date(readOnly.since).toLocaleString() })}
          <button type="button" onClick={() => void desk.takeOver()}>
            {t('notice.takeOver')}
          </button>
        </li>
      )}
    </ul>
  );
}

export function AskPerson() {
  const { t } = useWords();
  const isAsked = useDesk((state) => state.askPerson);
  const [name, setName] = useState('');
  if (!isAsked) return null;
  const answer = () => {
    desk.set({ askPerson: false });
    if (name.trim() !== '') void changeSettings({ person: name.trim() });
  };
  return (
    <form
      className="ask-person"
      aria-label={t('person.ask')}
      onSubmit={(event) => {
        event.preventDefault();
        answer();
      }}
    >
      <label>
        {t('person.ask')}
        <input type="text" maxLength={LONGEST_PERSON} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="submit">{t('person.save')}</button>
      <button
        type="button"
        className="plain"
        aria-label={t('person.later')}
        onClick={() => desk.set({ askPerson: false })}
      >
        ×
      </button>
    </form>
  );
}
