/** Export: first what will be written and what is left out, then where it is. */
import { useEffect, useState } from 'react';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportPreview,
  type ExportResult,
  type Problem,
  problemOf,
} from '../../shared/contract/contract.ts';
import type { Conservation } from '../../shared/document/document.ts';
import { useWords } from '../i18n/words.ts';
import { desk, useDesk } from '../store/index.ts';
import { problemKey } from '../store/state.ts';
import { closeDialog, Dialog } from '../widgets/Dialog.tsx';

type Step =
  | { readonly kind: 'asking' }
  | { readonly kind: 'preview'; readonly preview: ExportPreview }
  | { readonly kind: 'done'; readonly result: ExportResult }
  | { readonly kind: 'failed'; readonly problem: Problem };

export function ExportDialog({ format }: { readonly format: ExportFormat }) {
  const { t, sentence } = useWords();
  const file = useDesk((state) => state.file?.file);
  const saving = useDesk((state) => state.saving.state);
  const [step, setStep] = useState<Step>({ kind: 'asking' });

  useEffect(() => {
    let alive = true;
    const ask = async () => {
      const { host } = desk.store.getState();
      // What is still on its way to the disk would be missing.
      if (!host || !file || saving === 'saving') return;
      try {
        const preview = await host.call('export.preview', { file, format });
        if (alive) setStep({ kind: 'preview', preview });
      } catch (error) {
        if (alive) setStep({ kind: 'failed', problem: problemOf(error) });
      }
    };
    void ask();
    return () => {
      alive = false;
    };
  }, [file, format, saving]);

  const write = async (choose: boolean) => {
    const { host } = desk.store.getState();
    if (!host || !file) return;
    try {
      const result = await host.call('export.write', { file, format, ...(choose ? { choose } : {}) });
      if (result) setStep({ kind: 'done', result });
    } catch (error) {
      setStep({ kind: 'failed', problem: problemOf(error) });
    }
  };

  return (
    <Dialog title={t('export.title')}>
      <div className="form">
        <label>
          {t('export.format')}
          <select value={format} onChange={(event) => chooseFormat(event.target.value)}>
            {EXPORT_FORMATS.map((one) => (
              <option key={one} value={one}>
                {t(`format.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {step.kind === 'asking' && <p>{t('export.asking')}</p>}
        {step.kind === 'failed' && (
          <p role="alert">{sentence({ key: problemKey(step.problem), values: step.problem.values ?? {} })}</p>
        )}
        {step.kind === 'preview' && <Preview preview={step.preview} write={write} />}
        {step.kind === 'done' && <Result result={step.result} />}
      </div>
    </Dialog>
  );
}

function chooseFormat(value: string): void {
  const format = EXPORT_FORMATS.find((one) => one === value);
  if (format) desk.set({ dialog: { kind: 'export', format } });
}

/** Titles of articles that are not settled, shown at most. */
const TITLES = 5;

function Preview({
  preview,
  write,
}: {
  readonly preview: ExportPreview;
  readonly write: (choose: boolean) => Promise<void>;
}) {
  const { t } = useWords();
  const { articles, unsettled, openDoubts, conservation, target, exists } = preview;
  return (
    <>
      <p>{t('export.articles', { count: articles })}</p>
      <p>
        {t('export.target')} <span className="path">{target}</span> {exists && t('export.exists')}
      </p>
      {unsettled.length > 0 && (
        <div>
          <p>{t('export.unsettled', { count: unsettled.length })}</p>
          <ul>
            {unsettled.slice(0, TITLES).map((title, i) => (
              <li key={i} dir="auto">
                {title}
              </li>
            ))}
            {unsettled.length > TITLES && <li>{t('export.more', { count: unsettled.length - TITLES })}</li>}
          </ul>
        </div>
      )}
      {openDoubts > 0 && <p>{t('export.doubts', { count: openDoubts })}</p>}
      <Statement conservation={conservation} />
      <div className="buttons">
        <button type="button" className="main" onClick={() => void write(false)}>
          {t('export.write')}
        </button>
        <button type="button" onClick={() => void write(true)}>
          {t('export.choose')}
        </button>
        <button type="button" onClick={closeDialog}>
          {t('dialog.cancel')}
        </button>
      </div>
    </>
  );
}

/** Where every character is. */
function Statement({ conservation }: { readonly conservation: Conservation }) {
  const { t } = useWords();
  const { nonBlank, inArticles, byRule, byEditor, outside } = conservation;
  const lost = nonBlank - inArticles - byRule - byEditor;
  return (
    <div className="statement">
      <p>{t('export.conservation', { nonBlank, inArticles, lost })}</p>
      <p className="quiet">
        {Object.entries(outside)
          .map(([role, count]) => t('export.outside', { role: t(`role.${role}`), count }))
          .join(' · ')}
      </p>
      <p className="quiet">{t('export.byWhom', { byRule, byEditor })}</p>
    </div>
  );
}

function Result({ result }: { readonly result: ExportResult }) {
  const { t } = useWords();
  return (
    <>
      <p role="status">{t('export.done', { count: result.files.length, folder: result.folder })}</p>
      <ul>
        {result.files.map(({ name, bytes }) => (
          <li key={name}>
            <span className="path">{name}</span> <span className="quiet">{t('export.bytes', { bytes })}</span>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <button type="button" className="main" onClick={closeDialog}>
          {t('dialog.close')}
        </button>
      </div>
    </>
  );
}
