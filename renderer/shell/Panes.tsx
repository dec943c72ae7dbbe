/** The three panes side by side, as wide as the person left them. */
import type { ReactNode } from 'react';
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels';
import { ArticlePane } from '../article/ArticlePane.tsx';
import { ArticlesPane } from '../articles/ArticlesPane.tsx';
import { useWords } from '../i18n/words.ts';
import { RawPane } from '../raw/RawPane.tsx';
import { changeSettings, desk } from '../store/index.ts';
import type { Pane } from '../store/state.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';

const SIDE_BY_SIDE = ['raw', 'articles', 'article'] as const;
/** Shares in percent, as designed. */
const DESIGNED: readonly number[] = [39, 23, 38];
/** How long a drag must rest before its widths are kept, in ms: each write is a file. */
const REST = 400;

function layoutOf(widths: readonly number[]): Layout {
  const shares = widths.length === SIDE_BY_SIDE.length ? widths : DESIGNED;
  return Object.fromEntries(SIDE_BY_SIDE.map((pane, i) => [pane, shares[i] ?? 0]));
}

let timer = 0;
function keep(layout: Layout): void {
  const widths = SIDE_BY_SIDE.map((pane) => Math.round((layout[pane] ?? 0) * 10) / 10);
  window.clearTimeout(timer);
  timer = window.setTimeout(() => {
    const known = desk.store.getState().settings.layout;
    if (widths.some((width, i) => width !== known[i]) && widths.every((width) => width >= 5)) {
      void changeSettings({ layout: widths });
    }
  }, REST);
}

export function Panes() {
  const { t } = useWords();
  const { layout } = desk.store.getState().settings;
  return (
    <Group className="panes" orientation="horizontal" defaultLayout={layoutOf(layout)} onLayoutChanged={keep}>
      <Panel id="raw" minSize="15%">
        <Region pane="raw">
          <RawPane />
        </Region>
      </Panel>
      <Separator className="separator" aria-label={t('pane.resize', { pane: t('pane.raw') })} />
      <Panel id="articles" minSize="12%">
        <Region pane="articles">
          <ArticlesPane />
        </Region>
      </Panel>
      <Separator className="separator" aria-label={t('pane.resize', { pane: t('pane.articles') })} />
      <Panel id="article" minSize="20%">
        <Region pane="article">
          <ArticlePane />
        </Region>
      </Panel>
    </Group>
  );
}

/** A landmark of the window. */
export function Region({ pane, children }: { readonly pane: Pane; readonly children: ReactNode }) {
  const { t } = useWords();
  return (
    <section className="pane" data-pane={pane} aria-label={t(`pane.${pane}`)} tabIndex={-1}>
      <h2 className="pane-title">{t(`pane.${pane}`)}</h2>
      <ErrorBoundary part={pane}>{children}</ErrorBoundary>
    </section>
  );
}
