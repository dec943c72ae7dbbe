/** What is open, how much of it is where, whether it is saved, and the way out: export. */
import { useDeferredValue, useMemo } from 'react';
import type { OpenedIssue } from '../../shared/contract/issue.ts';
import { isOpen } from '../../shared/model/note.ts';
import { ownersOf } from '../../shared/model/owners.ts';
import { ENCODINGS } from '../../shared/model/source.ts';
import { tallyOf } from '../articles/facts.ts';
import { runById } from '../commands/dispatch.ts';
import { openDoubts } from '../commands/doubts.ts';
import { useWords } from '../i18n/words.ts';
import { desk, openIssue, useDesk } from '../store/index.ts';
import { SaveState } from './SaveState.tsx';

export function IssueBar() {
  const { t } = useWords();
  const opened = useDesk((state) => state.opened);
  const file = useDesk((state) => state.file);
  return (
    <header className="issue-bar">
      <button type="button" className="plain" onClick={() => runById(desk, 'desk.open')} title={t('command.desk.open')}>
        ☰<span className="sr-only">{t('command.desk.open')}</span>
      </button>
      <Title name={opened?.source.name ?? file?.name ?? ''} />
      {opened && hasEncodings(opened) && <EncodingChoice opened={opened} />}
      <Counts />
      <span className="spread" />
      <SaveState />
      <button type="button" onClick={() => runById(desk, 'desk.settings')} title={t('command.desk.settings')}>
        ⚙<span className="sr-only">{t('command.desk.settings')}</span>
      </button>
      <button type="button" className="main" disabled={!opened} onClick={() => runById(desk, 'desk.export')}>
        {t('bar.export')}
      </button>
    </header>
  );
}

/** Form feeds cut pages. */
const FORM_FEED = /\f/g;

function Title({ name }: { readonly name: string }) {
  const { t } = useWords();
  const masthead = useDesk((state) => state.history?.review.masthead);
  const issue = useDesk((state) => state.issue);
  const reader = useDesk((state) => state.file?.reader);
  const pages = useMemo(() => (issue ? (issue.text.match(FORM_FEED)?.length ?? 0) + 1 : 0), [issue]);
  return (
    <h1 dir="auto">
      {issue ? (
        <button
          type="button"
          className="plain issue-name"
          title={t('command.issue.masthead')}
          onClick={() => runById(desk, 'issue.masthead')}
        >
          {masthead?.paper || name}
        </button>
      ) : (
        <span className="issue-name">{name || t('bar.noIssue')}</span>
      )}
      {reader !== undefined && <span className="badge">{t('second.by', { reader })}</span>}
      {masthead?.paper && <span className="quiet issue-file">{name}</span>}
      {masthead?.date && <span className="quiet">{masthead.date}</span>}
      {pages > 0 && <span className="quiet">{t('bar.pages', { count: pages })}</span>}
    </h1>
  );
}

/** A PDF or a DOCX has none to choose; an XML file says its own, unless its bytes say that it is wrong. */
const hasEncodings = ({ source, encodings }: OpenedIssue): boolean => !source.importer || encodings.length > 0;

function EncodingChoice({ opened }: { readonly opened: OpenedIssue }) {
  const { t } = useWords();
  const { source, encodings, file } = opened;
  const likely = [source.encoding, ...encodings.filter((one) => one !== source.encoding)];
  const others = ENCODINGS.filter((one) => !likely.includes(one));
  const change = (value: string) => {
    const encoding = ENCODINGS.find((one) => one === value);
    if (!encoding || encoding === source.encoding) return;
    // Offsets of edits belong to one decoding of the bytes.
    if ((desk.store.getState().history?.seq ?? 0) > 0) desk.say('problem', { key: 'problem.encoding with edits' });
    else void openIssue(file, encoding);
  };
  return (
    <label className="encoding">
      <span className="sr-only">{t('bar.encoding')}</span>
      <select value={source.encoding} onChange={(event) => change(event.target.value)} title={t('bar.encoding')}>
        <optgroup label={t('bar.likely')}>
          {likely.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </optgroup>
        <optgroup label={t('bar.otherEncodings')}>
          {others.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}

/** All that it looks at stays the same value while only text is typed: a key must not count the issue. */
function Counts() {
  const { t } = useWords();
  const issue = useDesk((state) => state.issue);
  const articles = useDesk((state) => state.history?.review.articles);
  const notes = useDesk((state) => state.history?.review.notes);
  const isReturned = useDesk((state) => state.history?.review.returned ?? false);
  const open = useDesk((state) => openDoubts(state).length);
  // Counting may come a frame after the act.
  const owners = useDeferredValue(useDesk((state) => (state.history ? ownersOf(state.history.review) : null)));
  if (!issue || !owners || !articles || !notes) return null;
  const tally = tallyOf(issue, owners);
  const settled = articles.filter((article) => article.state === 'settled').length;
  const share = (count = 0) => (tally.total === 0 ? 0 : Math.round((count / tally.total) * 100));
  const { ad = 0, furniture = 0 } = tally.byRole;
  return (
    <p className="counts">
      <span>{t('bar.articles', { count: articles.length })}</span>
      <span>{t('bar.settled', { count: settled })}</span>
      <span>{t('bar.doubts', { count: open })}</span>
      {notes.length > 0 && (
        <button type="button" className="link" onClick={() => runById(desk, 'note.list')}>
          {t('bar.notes', { count: notes.filter(isOpen).length })}
        </button>
      )}
      {isReturned && (
        <span className="badge" data-state="returned">
          {t('bar.returned')}
        </span>
      )}
      <span
        className="conservation"
        data-lost={tally.lost > 0 || undefined}
        title={t('bar.conservation', { ...tally })}
      >
        {t('bar.lost', { count: tally.lost })}
      </span>
      <span className="quiet" title={t('bar.shareTitle')}>
        {t('bar.share', { ads: share(ad), furniture: share(furniture) })}
      </span>
    </p>
  );
}
