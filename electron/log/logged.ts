/** What of the desk's calls and events goes into the log. */
import { performance } from 'node:perf_hooks';
import {
  CALLS,
  type CallName,
  type CallResult,
  type DeskService,
  type EventName,
  type Events,
  problemOf,
} from '../../shared/contract/contract.ts';
import type { ExportProfile } from '../../shared/contract/profile.ts';
import type { Emit } from '../../shared/contract/wire.ts';
import { codeIn, crashOf, type LogEvent } from './events.ts';
import type { Log } from './log.ts';

/** Calls that take longer, in milliseconds, are noted; those that wait for a person are not. */
const SLOW = 1000;
const WAITING: ReadonlySet<CallName> = new Set([
  'issues.pick',
  'issue.facsimile',
  'export.write',
  'review.saveScript',
  'archive.open',
  'archive.saveHits',
  'archive.saveTable',
  'batch.start',
]);

/** Numbers for issues, in the order in which a run meets them: an id is made of a path, and is not written down. */
export function numbering(): (file: string) => number {
  const known = new Map<string, number>();
  return (file) => {
    const number = known.get(file) ?? known.size + 1;
    known.set(file, number);
    return number;
  };
}

/** The service, each call of it noted when it says something: what was opened or written, what failed, what was slow. */
export function loggedService(service: DeskService, log: Log, numberOf: (file: string) => number): DeskService {
  const one = (name: CallName) => async (args: never) => {
    const from = performance.now();
    try {
      const result = await service[name](args);
      const ms = Math.round(performance.now() - from);
      const event = eventOf(name, args, result, ms, numberOf);
      if (event) log.note(event);
      else if (ms > SLOW && !WAITING.has(name)) log.note({ what: 'call slow', call: name, ms });
      return result;
    } catch (error) {
      const { key, detail } = problemOf(error);
      if (key === 'internal') log.note(crashOf(error, 'desk'));
      log.note({ what: 'call failed', call: name, problem: key, code: codeIn(detail) });
      throw error;
    }
  };
  // One function per name of the table; the table's own type can't be built up name by name.
  const names = Object.keys(CALLS) as CallName[];
  return Object.fromEntries(names.map((name) => [name, one(name)])) as unknown as DeskService;
}

function eventOf(
  name: CallName,
  args: { readonly file?: string; readonly profile?: ExportProfile },
  result: unknown,
  ms: number,
  numberOf: (file: string) => number,
): LogEvent | null {
  const issue = () => numberOf(args.file ?? '');
  // The contract pairs name and result; TypeScript can't follow the pair through the switch.
  switch (name) {
    case 'issue.open': {
      const { length, source } = result as CallResult<'issue.open'>;
      return { what: 'issue opened', issue: issue(), length, encoding: source.encoding, ms };
    }
    case 'issue.review':
    case 'review.takeOver': {
      const { entries, readOnly, notices, proposal } = result as CallResult<'issue.review'>;
      return {
        what: 'review opened',
        issue: issue(),
        edits: entries.length,
        articles: proposal.review.articles.length,
        isReadOnly: readOnly !== null,
        notices: notices.map(({ key }) => key),
        ms,
      };
    }
    case 'export.write': {
      const written = result as CallResult<'export.write'>;
      const bytes = written?.files.reduce((sum, file) => sum + file.bytes, 0) ?? 0;
      return written && args.profile ? { what: 'exported', format: args.profile.format, bytes, ms } : null;
    }
    default:
      return null;
  }
}

/** Tells the windows, and the log what of it says that something went wrong, or right again. */
export function loggedEmit(emit: Emit, log: Log, numberOf: (file: string) => number): Emit {
  return (event, data) => {
    const noted = eventTold(event, data, numberOf);
    if (noted) log.note(noted);
    emit(event, data);
  };
}

function eventTold<K extends EventName>(name: K, data: Events[K], numberOf: (file: string) => number): LogEvent | null {
  // The event's name says what its data are; TypeScript can't follow the pair.
  switch (name) {
    case 'review.failed': {
      const { file, seq, owed, problem } = data as Events['review.failed'];
      const { key, detail } = problem;
      return { what: 'not written', issue: numberOf(file), saved: seq, owed, problem: key, code: codeIn(detail) };
    }
    case 'review.saved': {
      const { file, seq } = data as Events['review.saved'];
      return { what: 'written', issue: numberOf(file), saved: seq };
    }
    case 'issue.changedOnDisk': {
      const { file, how } = data as Events['issue.changedOnDisk'];
      return { what: 'changed on disk', issue: numberOf(file), how };
    }
    case 'batch.changed': {
      const { kind, state, of, done, failed } = data as Events['batch.changed'];
      return state === 'running' ? null : { what: 'batch', kind, state, of, done, failed };
    }
    default:
      return null;
  }
}
