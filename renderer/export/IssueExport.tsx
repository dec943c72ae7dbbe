/** The export of the issue that is open: what will be written and what is left out, then where it is. */
import { useEffect, useRef, useState } from 'react';
import { type Problem, problemOf } from '../../shared/contract/contract.ts';
import type { ExportProfile } from '../../shared/contract/profile.ts';
import type { ExportPreview, ExportWritten } from '../../shared/contract/written.ts';
import type { Conservation } from '../../shared/document/document.ts';
import { useWords } from '../i18n/words.ts';
import { desk, useDesk } from '../store/index.ts';
import { problemKey } from '../store/state.ts';
import { closeDialog } from '../widgets/Dialog.tsx';
import { ReportView } from './ReportView.tsx';

type Step =
  | { readonly kind: 'asking' }
  | { readonly kind: 'preview'; readonly preview: ExportPreview }
  | { readonly kind: 'done'; readonly result: ExportWritten }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** A pattern is looked at when its typing pauses, in milliseconds. */
const TYPING_PAUSE = 150;

export function IssueExport({ profile }: { readonly profile: ExportProfile }) {
  const { t, sentence } = useWords();
  const file = useDesk((state) => state.file?.file);
  const saving = useDesk((state) => state.saving.state);
  const [step, setStep] = useState<Step>({ kind: 'asking' });
  /** The question that was put last; what comes of an earlier one is no longer wanted. */
  const last = useRef<symbol>(null);

  useEffect(() => {
    const own = Symbol('preview');
    last.current = own;
    const tell = (next: Step) => {
      if (last.current === own) setStep(next);
    };
    const ask = async () => {
      const { host } = desk.store.getState();
      // What is still on its way to the disk would be missing.
      if (!host || !file || saving === 'saving' || last.current !== own) return;
      try {
        tell({ kind: 'preview', preview: await host.call('export.preview', { file, profile }) });
      } catch (error) {
        tell({ kind: 'failed', problem: problemOf(error) });
      }
    };
    const timer = setTimeout(() => void ask(), TYPING_PAUSE);
    return () => {
      last.current = null;
      clearTimeout(timer);
    };
  }, [file, profile, saving]);

  const write = async (choose: boolean) => {
    const { host } = desk.store.getState();
    if (!host || !file) return;
    // A preview that is still on its way must not take the place of what is told now.
    last.current = null;
    try {
      const result = await host.call('export.write', { file, profile, ...(choose ? { choose } : {}) });
      if (result) setStep({ kind: 'done', result });
    } catch (error) {
      setStep({ kind: 'failed', problem: problemOf(error) });
    }
  };

  if (step.kind === 'asking') return <p>{t('export.asking')}</p>;
  if (step.kind === 'failed')
    return <p role="alert">{sentence({ key: problemKey(step.problem), values: step.problem.values ?? {} })}</p>;
  if (step.kind === 'done') return <Result result={step.result} />;
  return <Preview preview={step.preview} write={write} />;
}

/** Titles of articles that are not settled, shown at most. */
const TITLES = 5;

interface PreviewProps {
  readonly preview: ExportPreview;
  readonly write: (choose: boolean) => Promise<void>;
}

function Preview({ preview, write }: PreviewProps) {
  const { t } = useWords();
  const { articles, leftOut, unsettled, openDoubts, conservation, target, report, isRefused } = preview;
  const isReplaced = report.files.changed + report.files.unchanged > 0;
  return (
    <>
      <p>
        {t('export.articles', { count: articles })} {leftOut > 0 && t('export.leftOut', { count: leftOut })}
      </p>
      <p>
        {t('export.target')} <span className="path">{target}</span> {isReplaced && t('export.exists')}
      </p>
      <Breaks preview={preview} />
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
      <ReportView report={report} isDry />
      <div className="buttons">
        <button type="button" className="main" disabled={isRefused} onClick={() => void write(false)}>
          {t('export.write')}
        </button>
        <button type="button" disabled={isRefused} onClick={() => void write(true)}>
          {t('export.choose')}
        </button>
        <button type="button" onClick={closeDialog}>
          {t('dialog.cancel')}
        </button>
      </div>
    </>
  );
}

/** The rules of the archive that the issue breaks. */
function Breaks({ preview: { breaks, isRefused } }: Pick<PreviewProps, 'preview'>) {
  const { t, sentence } = useWords();
  if (breaks.length === 0) return null;
  return (
    <div role={isRefused ? 'alert' : undefined}>
      <p>{t(isRefused ? 'export.refused' : 'export.stamped')}</p>
      <ul>
        {breaks.map((problem) => (
          <li key={problem.key}>{sentence({ key: problemKey(problem), values: problem.values ?? {} })}</li>
        ))}
      </ul>
    </div>
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

/** Files that are named with their sizes. */
const NAMED = 20;

function Result({ result }: { readonly result: ExportWritten }) {
  const { t } = useWords();
  const { files, folder, report } = result;
  return (
    <>
      <p role="status">{t('export.done', { count: files.length, folder })}</p>
      <ul>
        {files.slice(0, NAMED).map(({ name, bytes }) => (
          <li key={name}>
            <span className="path">{name}</span> <span className="quiet">{t('export.bytes', { bytes })}</span>
          </li>
        ))}
      </ul>
      <ReportView report={report} isDry={false} />
      <div className="buttons">
        <button type="button" className="main" onClick={closeDialog}>
          {t('dialog.close')}
        </button>
      </div>
    </>
  );
}
