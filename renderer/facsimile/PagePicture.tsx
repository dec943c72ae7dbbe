/** One page: an image or a page of a PDF, with what is selected outlined on it. Arrow keys pan it. */
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { type OpenPdf, openPdf } from './pdf.ts';
import type { Outline } from './view.ts';

interface Props {
  readonly picture: { readonly url: string; readonly kind: 'image' | 'pdf'; readonly number: number };
  /** Part of the pane's width. */
  readonly zoom: number;
  readonly name: string;
  readonly outlines: readonly Outline[];
  /** A click, in parts of the page's width and height. */
  readonly pressed: (x: number, y: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const percent = (part: number): string => `${part * 100}%`;

export function PagePicture({ picture, zoom, name, outlines, pressed, onKeyDown }: Props) {
  const { t } = useWords();
  const view = useRef<HTMLElement>(null);
  const { url, kind, number } = picture;
  const shown = `${url} ${number}`;
  /** Which page it is true of: the view itself stays while pages are turned, or the keyboard would lose it. */
  const [broken, setBroken] = useState('');
  const [drawn, setDrawn] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is shown from its top
  useEffect(() => {
    view.current?.scrollTo(0, 0);
  }, [shown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows what is outlined, the size, and the picture once it is there
  useEffect(() => {
    view.current?.querySelector('.facsimile-outline')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [outlines[0]?.left, outlines[0]?.top, zoom, drawn]);
  const onClick = ({ clientX, clientY, currentTarget }: MouseEvent<HTMLElement>) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    pressed((clientX - left) / width, (clientY - top) / height);
  };
  const told = { name, drawn: () => setDrawn(shown), broken: () => setBroken(shown) };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard, to pan and zoom
    <section ref={view} className="facsimile-view" aria-label={t('facsimile.view')} tabIndex={0} onKeyDown={onKeyDown}>
      {broken === shown ? (
        <p role="alert">{t('facsimile.broken')}</p>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a pointer's shortcut; keys choose the line in the raw text, and the picture follows
        <div className="facsimile-page" style={{ width: percent(zoom) }} onClick={onClick}>
          {kind === 'image' ? (
            <img key={url} src={url} alt={name} draggable={false} onLoad={told.drawn} onError={told.broken} />
          ) : (
            <PdfPage key={url} url={url} number={number} zoom={zoom} {...told} />
          )}
          {outlines.map(({ left, top, width, height }) => (
            <div
              key={`${left} ${top}`}
              className="facsimile-outline"
              style={{ left: percent(left), top: percent(top), width: percent(width), height: percent(height) }}
            />
          ))}
        </div>
      )}
    </section>
  );
}

interface PdfProps {
  readonly url: string;
  readonly number: number;
  readonly zoom: number;
  readonly name: string;
  readonly drawn: () => void;
  readonly broken: () => void;
}

function PdfPage({ url, number, zoom, name, drawn, broken }: PdfProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the file is opened once; what is told of it may be told to any drawing
  useEffect(() => {
    let opened: OpenPdf | null = null;
    let isGone = false;
    openPdf(url).then((found) => {
      opened = found;
      if (isGone) found.close();
      else setPdf(found);
    }, broken);
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [url]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew for another page or size only
  useEffect(() => {
    const { current } = canvas;
    if (!pdf || !current) return;
    if (number > pdf.pages) broken();
    else pdf.draw(number, current, current.clientWidth).then(drawn, broken);
  }, [pdf, number, zoom]);
  return <canvas ref={canvas} role="img" aria-label={name} />;
}
