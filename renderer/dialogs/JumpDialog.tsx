/** Where to go: a number is a line of the raw text, words are an article's. */
import { useMemo } from 'react';
import { lineText } from '../../shared/model/lines.ts';
import { findArticle } from '../../shared/model/owners.ts';
import { articleChoice } from '../articles/ArticleChoice.tsx';
import { perform, situationOf } from '../commands/command.ts';
import { jumpToArticle, jumpToLine, lineNumberIn } from '../commands/jump.ts';
import { useWords } from '../i18n/words.ts';
import { newId } from '../store/ids.ts';
import { desk } from '../store/index.ts';
import { closeDialog, Dialog } from '../widgets/Dialog.tsx';
import { type Choice, Picker } from '../widgets/Picker.tsx';

/** Marks the id of a choice that is a line; articles have ids of their own. */
const LINE = 'line ';

export function JumpDialog() {
  const { t } = useWords();
  // What was open when the dialog opened; nothing changes it while the dialog is open.
  const situation = useMemo(() => situationOf(desk.store.getState(), newId), []);
  const choices = useMemo(
    () => situation?.review.articles.map((article) => articleChoice(situation, article)) ?? [],
    [situation],
  );
  const lineChoice = (typed: string): Choice | null => {
    const number = lineNumberIn(typed);
    if (!situation || number === null) return null;
    const { text, lines } = situation.issue;
    const line = Math.min(number, lines.count);
    const span = lineText(text, lines, line);
    return {
      id: `${LINE}${line}`,
      label: String(line),
      content: (
        <>
          <span className="choice-label">{t(line < number ? 'jump.last' : 'jump.line', { line })}</span>
          <span className="quiet choice-words" dir="auto">
            {span ? text.slice(span.from, span.to) : ''}
          </span>
        </>
      ),
    };
  };
  const go = (id: string) => {
    closeDialog();
    if (!situation) return;
    const act = findArticle(situation.review, id)
      ? jumpToArticle(situation, id)
      : jumpToLine(situation, Number(id.slice(LINE.length)));
    if (act) perform(desk, act);
  };
  return (
    <Dialog title={t('jump.title')}>
      <Picker label={t('jump.label')} choices={choices} choose={go} fromTyped={lineChoice} />
    </Dialog>
  );
}
