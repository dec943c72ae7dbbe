/** Which typing is undone together: that of one field, without a pause and without anything else in between. */
import type { Seq } from '../../shared/journal/entry.ts';

/** A pause of this many milliseconds begins a new step of undo. */
const PAUSE = 1000;

export type SpliceKind = 'letters' | 'deletion' | 'pasted';

/** Gives each splice of a field the number of its group. */
export interface TypingGroups {
  /**
   * The group for a splice of the field `key` at `now` (milliseconds), made on the state with number `seq`.
   * `kind`: letters run on; what is deleted at one stroke begins a group, which letters may follow; what is pasted is a
   * group by itself.
   */
  groupFor(key: string, seq: Seq, now: number, kind?: SpliceKind): number;
  /** The splice led to the state with number `seq`. */
  made(seq: Seq): void;
}

/** `newGroup` gives a number that no group has had. */
export function typingGroups(newGroup: () => number): TypingGroups {
  let last: { key: string; at: number; seq: Seq; group: number } | null = null;
  return {
    groupFor(key, seq, now, kind = 'letters') {
      const runsOn =
        last !== null && kind === 'letters' && last.key === key && last.seq === seq && now - last.at < PAUSE;
      const group = last !== null && runsOn ? last.group : newGroup();
      last = { key: kind === 'pasted' ? '' : key, at: now, seq, group };
      return group;
    },
    made(seq) {
      if (last) last = { ...last, seq };
    },
  };
}
