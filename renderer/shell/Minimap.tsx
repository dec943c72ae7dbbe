/** The issue as a strip in article colours, with the selection marked; a click goes there. */
import { type MouseEvent, useEffect, useRef } from 'react';
import { ownersOf } from '../../shared/model/owners.ts';
import { selectLineAt } from '../commands/selection.ts';
import { useWords } from '../i18n/words.ts';
import { hueOf, numbersOf } from '../raw/hues.ts';
import { desk, useDesk } from '../store/index.ts';
import type { DeskState } from '../store/state.ts';

function draw(canvas: HTMLCanvasElement, { history, selection }: Pick<DeskState, 'history' | 'selection'>): void {
  const context = canvas.getContext('2d');
  if (!context || !history) return;
  const ratio = window.devicePixelRatio;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  canvas.width = width;
  canvas.height = height;
  const style = getComputedStyle(canvas);
  const colour = (hue: number | null) => style.getPropertyValue(hue === null ? '--hue-none' : `--hue-${hue}`);
  const { review } = history;
  const numbers = numbersOf(review);
  const scale = width / Math.max(review.length, 1);
  for (const run of ownersOf(review).runs) {
    context.fillStyle = colour(hueOf(numbers.get(run.article ?? '')));
    // Heads stand out by height: colour is not the only sign.
    const isHead = run.role === 'headline' || run.role === 'kicker' || run.role === 'subhead';
    const tall = run.article === null ? 0.35 : isHead ? 1 : 0.7;
    context.fillRect(run.from * scale, height * (1 - tall), Math.max((run.to - run.from) * scale, 1), height * tall);
  }
  if (!selection) return;
  context.fillStyle = style.getPropertyValue('--ink');
  const x = selection.span.from * scale;
  context.fillRect(x - ratio, 0, Math.max((selection.span.to - selection.span.from) * scale, 2 * ratio), 3 * ratio);
}

export function Minimap() {
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const history = useDesk((state) => state.history);
  const selection = useDesk((state) => state.selection);
  const theme = useDesk((state) => state.settings.theme);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const frame = requestAnimationFrame(() => draw(element, { history, selection }));
    const observer = new ResizeObserver(() => draw(element, { history, selection }));
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [history, selection, theme]);

  const go = (event: MouseEvent<HTMLCanvasElement>) => {
    const { issue } = desk.store.getState();
    if (!issue || !history) return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = Math.round(((event.clientX - left) / width) * (history.review.length - 1));
    const line = selectLineAt({ issue, review: history.review }, at);
    if (line) desk.select(line);
  };
  return <canvas ref={canvas} className="minimap" onClick={go} role="img" aria-label={t('minimap.title')} />;
}
