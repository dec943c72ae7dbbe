/** The rows of the open issue for the pane's width and font, laid anew when one of them changes. */
import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { Issue } from '../../shared/model/review.ts';
import { type Advances, HALF_AND_FULL, measureAdvances } from './advance.ts';
import { layRows, type Rows } from './rows.ts';

/** How long the width must rest before rows are laid anew, in ms. */
const REST = 80;
/** Rows are laid for a little less than there is, so that rounding never cuts a character off. */
const SLACK = 0.5;
/** Before anything can be measured: nothing of it is ever painted, so that it is a few lines and not all. */
const FIRST_WIDTH = 30;
const FIRST_LINES = 100;

interface Measure {
  /** Width of the text column in em. */
  readonly width: number;
  readonly advances: Advances;
  /** Lines that are laid at most. */
  readonly most: number;
}

/** `ruler` is an element set like the text of a row. */
export function useRows(issue: Issue, ruler: RefObject<HTMLElement | null>, fontSize: number): Rows {
  const [measure, setMeasure] = useState<Measure>({
    width: FIRST_WIDTH,
    advances: HALF_AND_FULL,
    most: FIRST_LINES,
  });

  useLayoutEffect(() => {
    const element = ruler.current;
    if (!element) return;
    const update = () => {
      const width = Math.max(4, Math.floor((element.clientWidth / fontSize - SLACK) * 2) / 2);
      const advances = measureAdvances(element);
      setMeasure((before) =>
        before.most > FIRST_LINES &&
        before.width === width &&
        before.advances.latin === advances.latin &&
        before.advances.wide === advances.wide
          ? before
          : { width, advances, most: Number.POSITIVE_INFINITY },
      );
    };
    update();
    let timer = 0;
    const observer = new ResizeObserver(() => {
      window.clearTimeout(timer);
      timer = window.setTimeout(update, REST);
    });
    observer.observe(element);
    return () => {
      window.clearTimeout(timer);
      observer.disconnect();
    };
  }, [ruler, fontSize]);

  // Fonts that come late are measured again.
  useEffect(() => {
    let alive = true;
    void document.fonts.ready.then(() => {
      if (alive && ruler.current) {
        const advances = measureAdvances(ruler.current);
        setMeasure((before) => (before.advances.latin === advances.latin ? before : { ...before, advances }));
      }
    });
    return () => {
      alive = false;
    };
  }, [ruler]);

  return useMemo(() => layRows(issue, measure.width, measure.advances, measure.most), [issue, measure]);
}
