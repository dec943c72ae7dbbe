/** Whether every change is on the disk. "Saved" means acknowledged. */
import { useWords } from '../i18n/words.ts';
import { retry, useDesk } from '../store/index.ts';
import { problemKey } from '../store/state.ts';

export function SaveState() {
  const { t, sentence } = useWords();
  const saving = useDesk((state) => state.saving);
  const isOpen = useDesk((state) => state.opened !== null);
  const readOnly = useDesk((state) => state.readOnly);
  const { state, seq, owed, problem } = saving;
  const words = readOnly ? t('save.readOnly') : t(`save.${state}`, { count: owed });
  return (
    <>
      <span
        role="status"
        className="save"
        data-state={state}
        data-seq={seq}
        data-read-only={readOnly !== null || undefined}
        hidden={!isOpen}
        title={problem ? sentence({ key: problemKey(problem), values: problem.values ?? {} }) : undefined}
      >
        {words}
      </span>
      {state === 'failed' && (
        <button type="button" onClick={() => void retry()}>
          {t('save.retry')}
        </button>
      )}
    </>
  );
}
