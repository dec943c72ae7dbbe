/** Why the text at the selection is read as it is: the segmenter's evidence, best first. */
import { useEffect, useState } from 'react';
import { type Problem, problemOf } from '../../shared/contract/contract.ts';
import { lineAt } from '../../shared/model/lines.ts';
import type { Evidence } from '../../shared/proposal.ts';
import { openDoubts } from '../commands/doubts.ts';
import { evidenceWords } from '../i18n/evidence.ts';
import { doubtSentence, useWords } from '../i18n/words.ts';
import { desk } from '../store/index.ts';
import { problemKey } from '../store/state.ts';
import { Dialog } from '../widgets/Dialog.tsx';

type Step =
  | { readonly kind: 'asking' }
  | { readonly kind: 'evidence'; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'failed'; readonly problem: Problem };

async function ask(): Promise<Step> {
  const { host, file, selection } = desk.store.getState();
  if (!host || !file || !selection) return { kind: 'evidence', evidence: [] };
  try {
    return { kind: 'evidence', evidence: await host.call('issue.explain', { file: file.file, span: selection.span }) };
  } catch (error) {
    return { kind: 'failed', problem: problemOf(error) };
  }
}

export function WhyDialog() {
  const { t, sentence } = useWords();
  const [step, setStep] = useState<Step>({ kind: 'asking' });
  useEffect(() => {
    let alive = true;
    void ask().then((answer) => alive && setStep(answer));
    return () => {
      alive = false;
    };
  }, []);
  const state = desk.store.getState();
  const doubt = openDoubts(state).find((one) => one.id === state.doubt);
  return (
    <Dialog title={t('why.title')} size="wide">
      {doubt && <p className="doubt-sentence">{doubtSentence(t, doubt)}</p>}
      {step.kind === 'asking' && <p>{t('why.asking')}</p>}
      {step.kind === 'failed' && (
        <p role="alert">{sentence({ key: problemKey(step.problem), values: step.problem.values ?? {} })}</p>
      )}
      {step.kind === 'evidence' && <EvidenceTable evidence={step.evidence} />}
    </Dialog>
  );
}

/** Pieces of evidence shown at most: the weakest say little. */
const MOST = 40;

function EvidenceTable({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const { t } = useWords();
  const { issue } = desk.store.getState();
  if (!issue || evidence.length === 0) return <p className="nothing">{t('why.nothing')}</p>;
  return (
    <table className="evidence">
      <thead>
        <tr>
          <th>{t('why.stage')}</th>
          <th>{t('why.rule')}</th>
          <th>{t('why.line')}</th>
          <th>{t('why.weight')}</th>
        </tr>
      </thead>
      <tbody>
        {evidence.slice(0, MOST).map(({ stage, rule, span, weight }, i) => (
          <tr key={i}>
            <td>{t(`stage.${stage}`)}</td>
            <td>{evidenceWords(t, rule)}</td>
            <td>{lineAt(issue.lines, span.from)}</td>
            <td data-against={weight < 0 || undefined}>{weight.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
