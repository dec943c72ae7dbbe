/** The issue as a strip in article colours, with the selection marked; a click goes there. */
import { type MouseEvent, useEffect, useRef } from 'react';
import { ownersOf } from '../../shared/model/owners.ts';
import { selectLineAt } from '../commands/selection.ts';
import { useWords } from '../i18n/words.ts';
import { HUES, hueOf, numbersOf } from '../raw/hues.ts';
import { desk, useDesk } from '../store/index.ts';

/** How long after a change the map is drawn anew, in ms. */
const LATER = 60;

function draw(canvas: HTMLCanvasElement): void {
  const review = desk.store.getState().history?.review;
  const context = canvas.getContext('2d');
  if (!context || !review) return;
  const ratio = window.devicePixelRatio;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  canvas.width = width;
  canvas.height = height;
  const style = getComputedStyle(canvas);
  const colours = Array.from({ length: HUES }, (_, hue) => style.getPropertyValue(`--hue-${hue}`));
  const none = style.getPropertyValue('--hue-none');
  const numbers = numbersOf(review);
  const scale = width / Math.max(review.length, 1);
  for (const run of ownersOf(review).runs) {
    const hue = hueOf(numbers.get(run.article ?? ''));
    context.fillStyle = hue === null ? none : (colours[hue] ?? none);
    // Heads stand out by height: colour is not the only sign.
    const isHead = run.role === 'headline' || run.role === 'kicker' || run.role === 'subhead';
    const tall = run.article === null ? 0.35 : isHead ? 1 : 0.7;
    context.fillRect(run.from * scale, height * (1 - tall), Math.max((run.to - run.from) * scale, 1), height * tall);
  }
}

export function Minimap() {
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const review = useDesk((state) => state.history?.review ?? null);
  // The same value while nobody owns other text: what is typed does not draw the map.
  const owners = review && ownersOf(review);
  const theme = useDesk((state) => state.settings.theme);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const element = canvas.current;
    if (!element || !owners) return;
    // Not in the frame of the act itself: the map may come a moment later.
    const timer = window.setTimeout(() => draw(element), LATER);
    const observer = new ResizeObserver(() => draw(element));
    observer.observe(element);
    return () => {
      window.clearTimeout(timer);
      observer.disconnect();
    };
  }, [owners, theme]);

  const go = (event: MouseEvent<HTMLCanvasElement>) => {
    const { issue } = desk.store.getState();
    if (!issue || !review) return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = Math.round(((event.clientX - left) / width) * (review.length - 1));
    const line = selectLineAt({ issue, review }, at);
    if (line) desk.select(line);
  };
  return (
    <div className="minimap">
      <canvas ref={canvas} onClick={go} role="img" aria-label={t('minimap.title')} />
      {review && <SelectionMark length={review.length} />}
    </div>
  );
}

/** Where the selection is on the map. */
function SelectionMark({ length }: { readonly length: number }) {
  const span = useDesk((state) => state.selection?.span ?? null);
  if (!span) return null;
  const percent = (at: number) => `${(at / Math.max(length, 1)) * 100}%`;
  return <div className="minimap-mark" style={{ left: percent(span.from), width: percent(span.to - span.from) }} />;
}
