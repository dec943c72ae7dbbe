/** The export of what is selected in the archive: a preview that writes nothing, then the batch. */
import { useState } from 'react';
import type { ExportProfile } from '../../shared/contract/profile.ts';
import { archive, useArchive } from '../archive/index.ts';
import { countOf } from '../archive/selection.ts';
import { useWords } from '../i18n/words.ts';
import { closeDialog } from '../widgets/Dialog.tsx';
import { ReportView } from './ReportView.tsx';

export function ArchiveExport({ profile }: { readonly profile: ExportProfile }) {
  const { t } = useWords();
  const count = useArchive((state) => countOf(state.selected, state.issues) || state.issues);
  const isRunning = useArchive((state) => state.batches.some((batch) => batch.state === 'running'));
  const [started, setStarted] = useState<string | null>(null);
  const batch = useArchive((state) => state.batches.find(({ id }) => id === started));
  const start = async (isDry: boolean) => setStarted(await archive.startBatch('export', { profile, isDry }));
  return (
    <>
      <p>{t('export.issues', { count })}</p>
      {batch && (
        <p role="status" data-batch-state={batch.state}>
          {t(`archive.batchState.${batch.state}`, { done: batch.done, of: batch.of })}
          {batch.failed > 0 && ` · ${t('archive.failed', { count: batch.failed })}`}
          {!batch.isDry && batch.out !== null && batch.state === 'done' && ` · ${batch.out}`}
        </p>
      )}
      {batch && batch.state === 'running' && (
        <progress aria-label={t('archive.batch.export')} value={batch.done} max={Math.max(1, batch.of)} />
      )}
      {batch?.report && <ReportView report={batch.report} isDry={batch.isDry} />}
      <div className="buttons">
        <button type="button" className="main" disabled={isRunning || count === 0} onClick={() => void start(false)}>
          {t('export.write')}
        </button>
        <button type="button" disabled={isRunning || count === 0} onClick={() => void start(true)}>
          {t('export.preview')}
        </button>
        <button type="button" onClick={closeDialog}>
          {t('dialog.close')}
        </button>
      </div>
    </>
  );
}
