/** The picture of the page beside the text. It follows the selection; a click on it goes to the line that is printed there. */
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { lineAt } from '../../shared/model/lines.ts';
import { perform, situationOf } from '../commands/command.ts';
import { runById } from '../commands/dispatch.ts';
import { jumpToLine } from '../commands/jump.ts';
import { useWords } from '../i18n/words.ts';
import { newId } from '../store/ids.ts';
import { desk, useDesk } from '../store/index.ts';
import { PagePicture } from './PagePicture.tsx';
import { type FacsimileState, type Loaded, useFacsimile } from './useFacsimile.ts';
import { offsetAtPoint, outlinesOn, pageAt, pageCount, pictureOf, WHOLE_WIDTH, zoomBy } from './view.ts';
import './facsimile.css';

export function FacsimilePane() {
  const { t } = useWords();
  const title = useId();
  const state = useFacsimile();
  return (
    <section className="facsimile" aria-labelledby={title}>
      <header>
        <h2 id={title}>{t('facsimile.title')}</h2>
        <span className="spread" />
        <ChooseButton state={state} />
        <button
          type="button"
          className="plain"
          aria-label={t('facsimile.close')}
          onClick={() => runById(desk, 'view.facsimile')}
        >
          ×
        </button>
      </header>
      <Content state={state} />
    </section>
  );
}

function ChooseButton({ state }: { readonly state: FacsimileState }) {
  const { t } = useWords();
  if (!state.loaded?.facsimile.canChoose) return null;
  return (
    <button type="button" onClick={state.choose}>
      {t('facsimile.choose')}
    </button>
  );
}

function Content({ state: { loaded, problem } }: { readonly state: FacsimileState }) {
  const { t, sentence } = useWords();
  if (problem) return <p role="alert">{sentence({ key: `problem.${problem.key}`, values: problem.values ?? {} })}</p>;
  if (!loaded) return <p role="status">{t('facsimile.loading')}</p>;
  const { pictures, unshown } = loaded.facsimile;
  const [name] = unshown;
  if (pictures.some((picture) => picture !== null)) return <Pages loaded={loaded} />;
  return (
    <p className="facsimile-none">{name === undefined ? t('facsimile.none') : t('facsimile.unshown', { name })}</p>
  );
}

/** The page that is shown: that of the selection, until the person turns it. */
function usePage(): readonly [page: number, pages: number, turn: (to: number) => void] {
  const issue = useDesk((state) => state.issue);
  const head = useDesk((state) => state.selection?.head.from ?? 0);
  const text = issue?.text ?? '';
  const [page, turn] = useState(() => pageAt(text, head));
  useEffect(() => turn(pageAt(text, head)), [text, head]);
  return [page, pageCount(text), turn];
}

function Pages({ loaded: { facsimile, layout } }: { readonly loaded: Loaded }) {
  const { t } = useWords();
  const [page, pages, turn] = usePage();
  const [zoom, setZoom] = useState(WHOLE_WIDTH);
  const spans = useDesk((state) => state.selection?.spans);
  const picture = pictureOf(facsimile, page);
  const turnBy = (step: 1 | -1) => turn(Math.min(Math.max(page + step, 0), pages - 1));
  const acts: { readonly [key: string]: () => void } = {
    '+': () => setZoom(zoomBy(zoom, 1)),
    '=': () => setZoom(zoomBy(zoom, 1)),
    '-': () => setZoom(zoomBy(zoom, -1)),
    '0': () => setZoom(WHOLE_WIDTH),
    PageDown: () => turnBy(1),
    PageUp: () => turnBy(-1),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <>
      <div className="facsimile-tools">
        <button type="button" disabled={page === 0} onClick={() => turnBy(-1)} aria-label={t('facsimile.previous')}>
          ‹
        </button>
        <span role="status">{t('facsimile.page', { page: page + 1, pages })}</span>
        <button type="button" disabled={page === pages - 1} onClick={() => turnBy(1)} aria-label={t('facsimile.next')}>
          ›
        </button>
        <span className="spread" />
        <button type="button" onClick={acts['-']} aria-label={t('facsimile.smaller')}>
          −
        </button>
        <button type="button" onClick={acts['0']}>
          {t('facsimile.zoom', { percent: Math.round(zoom * 100) })}
        </button>
        <button type="button" onClick={acts['+']} aria-label={t('facsimile.larger')}>
          +
        </button>
      </div>
      {picture ? (
        <PagePicture
          picture={picture}
          zoom={zoom}
          name={t('facsimile.picture', { page: page + 1 })}
          outlines={layout && spans ? outlinesOn(layout, spans, page) : []}
          pressed={(x, y) => layout && goTo(offsetAtPoint(layout, page, x, y))}
          onKeyDown={onKeyDown}
        />
      ) : (
        <p className="facsimile-none">{t('facsimile.noPage')}</p>
      )}
    </>
  );
}

/** To the line that holds the character; nowhere for none. */
function goTo(at: number | null): void {
  const situation = situationOf(desk.store.getState(), newId);
  const act = at === null || !situation ? null : jumpToLine(situation, lineAt(situation.issue.lines, at));
  if (act) perform(desk, act);
}
