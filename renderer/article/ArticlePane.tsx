/** The article that is shown: its head fields, credits and body, each field in an editor of its own. */

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { findArticle, ownerAt, ownersOf } from '../../shared/model/owners.ts';
import { contains } from '../../shared/model/position.ts';
import type { Article } from '../../shared/model/review.ts';
import type { ArticleRole } from '../../shared/model/roles.ts';
import type { Field } from '../../shared/reading/reading.ts';
import { SeriesOffer } from '../find/SeriesOffer.tsx';
import { useWords } from '../i18n/words.ts';
import { type CaretRequest, desk, useDesk } from '../store/index.ts';
import type { Selection } from '../store/state.ts';
import { CommandButton } from '../widgets/CommandButton.tsx';
import './article.css';
import { Bylines } from './Bylines.tsx';
import { FieldEditor } from './FieldEditor.tsx';
import { fieldOf, OpenFields } from './openFields.ts';
import { Parts } from './Parts.tsx';

const HEAD: readonly Field[] = ['kicker', 'headline', 'subhead', 'lede'];
const TEXT: readonly Field[] = ['body', 'caption'];

export function ArticlePane() {
  const { t } = useWords();
  const article = useDesk(({ history, article: id }) => (history && id ? findArticle(history.review, id) : undefined));
  if (!article) return <p className="nothing">{t('article.nothing')}</p>;
  return <OneArticle article={article} />;
}

function OneArticle({ article }: { readonly article: Article }) {
  const { t } = useWords();
  const pane = useRef<HTMLDivElement>(null);
  const [fields] = useState(() => new OpenFields());
  const isReadOnly = useDesk(({ readOnly }) => readOnly !== null);
  useArrival(fields, article, pane);
  const toRawPane = useCaretRequests(fields, article, pane);
  useCaretAtUndone(fields, pane);
  const editors = (list: readonly Field[]) =>
    list.map((field) => (
      <FieldEditor
        // A new article has new editors: what an input method composes in the old ones is taken when they close.
        key={`${article.id} ${field}`}
        article={article.id}
        field={field}
        fields={fields}
        isReadOnly={isReadOnly}
        toRaw={toRawPane}
      />
    ));
  return (
    <div className="article" ref={pane} data-read-only={isReadOnly || undefined}>
      {isReadOnly && <p className="read-only">{t('article.readOnly')}</p>}
      <div className="article-state">
        <span className="badge" data-state={article.state}>
          {t(`state.${article.state}`)}
        </span>
        {!isReadOnly && <SeriesOffer />}
        {!isReadOnly && <CommandButton id={article.state === 'settled' ? 'article.reopen' : 'article.settle'} />}
      </div>
      <div className="fields">{editors(HEAD)}</div>
      <Bylines key={article.id} article={article} isReadOnly={isReadOnly} />
      {!isReadOnly && <Parts article={article} />}
      <div className="fields">{editors(TEXT)}</div>
    </div>
  );
}

/** Another article begins at its top, with the focus in the same field; a request for a caret then goes on from there. */
function useArrival(fields: OpenFields, article: Article, pane: { readonly current: HTMLElement | null }): void {
  const shown = useRef(article.id);
  useLayoutEffect(() => {
    if (shown.current === article.id) return;
    shown.current = article.id;
    pane.current?.scrollTo(0, 0);
    fields.takeOver();
  }, [article.id, fields, pane]);
}

/**
 * Puts the caret where the raw pane or a command asks for it. Gives the way back: the raw pane has the focus, with the
 * lines selected from which the editor came, if the caret is still in them; else with the caret's line.
 */
function useCaretRequests(
  fields: OpenFields,
  article: Article,
  pane: { readonly current: HTMLElement | null },
): () => void {
  const request = useDesk(({ caretRequest }) => caretRequest);
  const answered = useRef<CaretRequest | null>(null);
  const cameFrom = useRef<Selection | null>(null);
  useEffect(() => {
    if (!request || request === answered.current || request.article !== article.id) return;
    answered.current = request;
    const { at } = request;
    cameFrom.current = desk.store.getState().selection;
    const field = fieldOf('field' in at ? at.field : roleAt(at.raw));
    if (field) fields.goTo(field, 'raw' in at ? at.raw : null);
    else pane.current?.querySelector<HTMLElement>('[data-credit]')?.focus();
  }, [request, article.id, fields, pane]);
  return useCallback(() => {
    const { selection } = desk.store.getState();
    const before = cameFrom.current;
    if (before && selection && contains(before.span, selection.span)) desk.select(before);
    desk.set({ focusRequest: { pane: 'raw' } });
  }, []);
}

/** Undo and redo put the caret where they changed something, when the caret is in this pane. */
function useCaretAtUndone(fields: OpenFields, pane: { readonly current: HTMLElement | null }): void {
  useEffect(
    () =>
      desk.beforeStep(() => {
        const focused = pane.current?.ownerDocument.activeElement;
        if (!focused || !pane.current?.contains(focused)) return;
        const before = fields.readings();
        queueMicrotask(() => fields.goToChange(before));
      }),
    [fields, pane],
  );
}

/** The role of the text at `raw`; outside of articles there is none to edit, so the body's end serves. */
function roleAt(raw: number): ArticleRole {
  const { history } = desk.store.getState();
  const owner = history ? ownerAt(ownersOf(history.review), raw) : undefined;
  return owner?.article ? (owner.role as ArticleRole) : 'body'; // an article's run has an article role, by construction
}
