/** Whom the selection goes to: articles ranked by evidence, then by nearness. */
import { useMemo } from 'react';
import { findArticle } from '../../shared/model/owners.ts';
import { articleChoice } from '../articles/ArticleChoice.tsx';
import { perform, situationOf } from '../commands/command.ts';
import { receiversOf } from '../commands/give.ts';
import { linesIn, selectedSpans } from '../commands/parts.ts';
import { giveTo } from '../commands/roles.ts';
import { useWords } from '../i18n/words.ts';
import { newId } from '../store/ids.ts';
import { desk } from '../store/index.ts';
import { closeDialog, Dialog } from '../widgets/Dialog.tsx';
import { Picker } from '../widgets/Picker.tsx';
import { useKeyOf } from '../widgets/useKeyNames.ts';

export function GiveDialog() {
  const { t } = useWords();
  const key = useKeyOf('text.join');
  // What was selected when the dialog opened; nothing changes it while the dialog is open.
  const situation = useMemo(() => situationOf(desk.store.getState(), newId), []);
  const choices = useMemo(() => {
    if (!situation) return [];
    return receiversOf(situation).flatMap(({ article: id, score }) => {
      const article = findArticle(situation.review, id);
      if (!article) return [];
      const percent = Math.round((score ?? 0) * 100);
      const fit = score !== null && <span className="quiet">{t('give.score', { percent })}</span>;
      return [articleChoice(situation, article, fit)];
    });
  }, [situation, t]);

  const give = (id: string) => {
    closeDialog();
    const act = situation && giveTo(situation, id);
    if (act) perform(desk, act);
  };
  const last = situation?.state.lastTarget ?? null;
  const onFirstKey = (key: string): boolean => {
    if (key !== 'a' || last === null) return false;
    give(last);
    return true;
  };
  const count = situation ? linesIn(situation, selectedSpans(situation)) : 0;
  return (
    <Dialog title={t('give.title', { count })}>
      {key && <p className="quiet">{t('give.atOnce', { key })}</p>}
      <Picker label={t('give.label')} choices={choices} choose={give} hasDigits onFirstKey={onFirstKey} />
    </Dialog>
  );
}
