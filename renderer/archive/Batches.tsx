/** The batches of the archive: how far they are, how long they will take, what failed and why. */
import type { BatchStatus } from '../../shared/contract/archive.ts';
import { useWords } from '../i18n/words.ts';
import { problemKey } from '../store/state.ts';
import { archive, useArchive } from './index.ts';

/** Ended ones that stay in sight. */
const ENDED_SHOWN = 1;

export function Batches() {
  const { t } = useWords();
  const batches = useArchive((state) => state.batches);
  const open = batches.filter(({ state }) => state === 'running' || state === 'paused');
  const ended = batches.filter(({ state }) => state === 'done').slice(0, ENDED_SHOWN);
  if (open.length + ended.length === 0) return null;
  return (
    <section className="batches" aria-label={t('archive.batches')}>
      {[...open, ...ended].map((batch) => (
        <BatchLine key={batch.id} batch={batch} />
      ))}
    </section>
  );
}

function BatchLine({ batch }: { readonly batch: BatchStatus }) {
  const { t } = useWords();
  const { id, kind, state, done, of, already, failed, secondsLeft, out } = batch;
  const name = batch.isDry ? t('archive.batchDry') : t(`archive.batch.${kind}`);
  return (
    <div id={`batch-${id}`} className="batch" data-batch={kind} data-state={state}>
      <p className="batch-line">
        <strong>{name}</strong>
        <progress aria-label={name} value={done} max={Math.max(1, of)} />
        <span role="status">
          {t(`archive.batchState.${state}`, { done, of })}
          {secondsLeft !== null && state === 'running' && ` · ${leftText(t, secondsLeft)}`}
          {already > 0 && ` · ${t('archive.already', { count: already })}`}
          {out !== null && state === 'done' && !batch.isDry && (
            <>
              {' · '}
              <bdi className="path">{out}</bdi>
            </>
          )}
          {batch.report && ` · ${t('report.short', { ...batch.report.files })}`}
        </span>
        {state === 'running' && (
          <button type="button" onClick={() => void archive.pauseBatch()}>
            {t('archive.pause')}
          </button>
        )}
        {state === 'paused' && (
          <button type="button" onClick={() => void archive.resumeBatch(id, false)}>
            {t('archive.resume')}
          </button>
        )}
        {state !== 'done' && (
          <button type="button" onClick={() => void archive.cancelBatch(id)}>
            {t('dialog.cancel')}
          </button>
        )}
        {state === 'done' && failed > 0 && (
          <button type="button" onClick={() => void archive.resumeBatch(id, true)}>
            {t('archive.retry')}
          </button>
        )}
      </p>
      {failed > 0 && <Failures batch={batch} />}
    </div>
  );
}

const MINUTE = 60;

function leftText(t: ReturnType<typeof useWords>['t'], seconds: number): string {
  return seconds < MINUTE
    ? t('archive.secondsLeft', { count: seconds })
    : t('archive.minutesLeft', { count: Math.ceil(seconds / MINUTE) });
}

function Failures({ batch }: { readonly batch: BatchStatus }) {
  const { t, sentence } = useWords();
  return (
    <details>
      <summary>{t('archive.failed', { count: batch.failed })}</summary>
      <ul className="failures">
        {batch.failures.map(({ path, problem }) => (
          <li key={`${path} ${problem.key}`}>
            <bdi>{path}</bdi>: {sentence({ key: problemKey(problem), values: problem.values ?? {} })}
          </li>
        ))}
      </ul>
    </details>
  );
}
