/** What the issue is: paper, date, edition, pages. Exported with it. */
import { type FormEvent, useState } from 'react';
import type { Edit } from '../../shared/edits/edit.ts';
import { MASTHEAD_FIELDS, type Masthead } from '../../shared/model/review.ts';
import { useWords } from '../i18n/words.ts';
import { desk, useDesk } from '../store/index.ts';
import { closeDialog, Dialog } from '../widgets/Dialog.tsx';

/** An edit for each field that is another now. */
function changes(before: Masthead, after: Masthead): readonly Edit[] {
  return MASTHEAD_FIELDS.flatMap((field): readonly Edit[] => {
    const value = after[field]?.trim() ?? '';
    return value === (before[field] ?? '') ? [] : [{ kind: 'setMasthead', field, value }];
  });
}

export function MastheadDialog() {
  const { t } = useWords();
  const masthead = useDesk((state) => state.history?.review.masthead ?? {});
  const isOfPages = useDesk((state) => state.opened?.source.importer?.name === 'pages');
  const [fields, setFields] = useState<Masthead>(masthead);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const edits = changes(masthead, fields);
    if (edits.length === 0 || desk.edit(edits, { announce: 'done.setMasthead' })) closeDialog();
  };
  return (
    <Dialog title={t('masthead.title')}>
      <form className="form" onSubmit={submit}>
        {MASTHEAD_FIELDS.map((field) => (
          <label key={field}>
            {t(`masthead.${field}`)}
            <input
              type="text"
              name={field}
              maxLength={1000}
              value={fields[field] ?? ''}
              onChange={(event) => setFields({ ...fields, [field]: event.target.value })}
            />
          </label>
        ))}
        <div className="buttons">
          <button type="submit" className="main">
            {t('masthead.keep')}
          </button>
          {isOfPages && (
            <button type="button" onClick={() => desk.set({ dialog: { kind: 'pageOrder' } })}>
              {t('masthead.pageOrder')}
            </button>
          )}
          <button type="button" onClick={closeDialog}>
            {t('dialog.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
