/**
 * In which order the page files of an issue are read, where it is a folder. Another order is another text, so it can be
 * changed only while nothing is edited.
 */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { problemOf } from '../../shared/contract/contract.ts';
import type { PageOrder } from '../../shared/contract/issue.ts';
import { useWords } from '../i18n/words.ts';
import { desk, openIssue, useDesk } from '../store/index.ts';
import { closeDialog, Dialog } from '../widgets/Dialog.tsx';
import { moved } from '../widgets/moved.ts';
import { stepBy } from '../widgets/stepBy.ts';

const sayProblem = (error: unknown): void => {
  const { key, values } = problemOf(error);
  desk.say('problem', { key: `problem.${key}`, ...(values && { values }) });
};

export function PageOrderDialog() {
  const { t } = useWords();
  const host = useDesk((state) => state.host);
  const file = useDesk((state) => state.file?.file);
  const [order, setOrder] = useState<PageOrder | null>(null);
  useEffect(() => {
    let isHere = true;
    const tell = (error: unknown) => {
      if (!isHere) return;
      sayProblem(error);
      closeDialog();
    };
    if (file) host?.call('issue.pages', { file }).then((found) => isHere && setOrder(found), tell);
    return () => {
      isHere = false;
    };
  }, [host, file]);
  return <Dialog title={t('pageOrder.title')}>{order && <OrderForm order={order} />}</Dialog>;
}

function OrderForm({ order }: { readonly order: PageOrder }) {
  const { t } = useWords();
  const isEdited = useDesk((state) => (state.history?.seq ?? 0) > 0 || state.readOnly !== null);
  const [pages, setPages] = useState(order.pages);
  const [marked, setMarked] = useState(0);
  const [said, setSaid] = useState('');
  const move = (to: number) => {
    const after = moved(pages, marked, to);
    if (after === pages) return;
    setPages(after);
    setMarked(to);
    setSaid(t('pageOrder.moved', { name: pages[marked] ?? '', place: to + 1, count: pages.length }));
  };
  const keep = async () => {
    const { host, file } = desk.store.getState();
    closeDialog();
    if (!host || !file || pages.every((page, i) => page === order.pages[i])) return;
    await host.call('issue.setPages', { file: file.file, pages: [...pages] }).catch(sayProblem);
    await openIssue(file.file);
  };
  return (
    <>
      <p>{t(isEdited ? 'problem.page order with edits' : 'pageOrder.how')}</p>
      <PageList pages={pages} marked={marked} mark={setMarked} {...(!isEdited && { move })} />
      <p className="sr-only" role="status">
        {said}
      </p>
      {isEdited ? (
        <div className="buttons">
          <button type="button" className="main" onClick={closeDialog}>
            {t('dialog.close')}
          </button>
        </div>
      ) : (
        <div className="buttons">
          <button type="button" onClick={() => move(marked - 1)} disabled={marked === 0}>
            {t('pageOrder.earlier')}
          </button>
          <button type="button" onClick={() => move(marked + 1)} disabled={marked === pages.length - 1}>
            {t('pageOrder.later')}
          </button>
          <button type="button" onClick={() => setPages(order.natural)}>
            {t('pageOrder.natural')}
          </button>
          <button type="button" className="main" onClick={() => void keep()}>
            {t('pageOrder.keep')}
          </button>
        </div>
      )}
    </>
  );
}

interface PageListProps {
  readonly pages: readonly string[];
  /** 0-based. */
  readonly marked: number;
  readonly mark: (at: number) => void;
  /** Moves the marked page to that place; not there: the order stays. */
  readonly move?: (to: number) => void;
}

function PageList({ pages, marked, mark, move }: PageListProps) {
  const { t } = useWords();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = stepBy(event.key, marked, pages.length);
    if (to === null) return;
    event.preventDefault();
    if (event.altKey) move?.(to);
    else mark(to);
  };
  return (
    <div
      ref={list}
      className="choices"
      role="listbox"
      tabIndex={0}
      aria-label={t('pageOrder.title')}
      aria-activedescendant={`${id}-${marked}`}
      onKeyDown={onKeyDown}
    >
      {pages.map((page, i) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the marked page
        // biome-ignore lint/a11y/useKeyWithClickEvents: arrows in the list mark
        <div
          key={page}
          id={`${id}-${i}`}
          className="choice"
          role="option"
          aria-selected={i === marked}
          onClick={() => mark(i)}
        >
          <span className="digit">{i + 1}</span>
          <span className="choice-label" dir="auto">
            {page}
          </span>
        </div>
      ))}
    </div>
  );
}
