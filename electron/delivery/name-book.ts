/**
 * Gives the files of a delivery their names. Two files never share one: the second gets a number, and is told of. A file
 * keeps the name that it had in the delivery before, so that numbers don't change hands.
 */
import { folded, pathOf, type WantedName } from './safe-name.ts';

/** Whose file it is: an issue's, or an article's of it. */
export interface FileOwner {
  /** The issue's path below its archive. */
  readonly issue: string;
  /** Null: the file holds the issue. */
  readonly article: string | null;
  /** The name of the profile it was made by. */
  readonly profile: string;
}

/** The same text for the same owner. */
const ownerKey = ({ issue, article, profile }: FileOwner): string => JSON.stringify([profile, issue, article]);

export interface GivenName {
  readonly path: string;
  /** Another file had the name that was wanted. */
  readonly isNumbered: boolean;
}

export class NameBook {
  /** Folded path to its owner's key; `null`: nobody may have it. */
  readonly #owners = new Map<string, string | null>();
  readonly #before = new Map<string, string>();
  /** Folded paths of files that were delivered before. */
  readonly #delivered = new Set<string>();

  /** `before`: the names of the last delivery. `never`: names that no file may have. */
  constructor(before: Iterable<readonly [FileOwner, path: string]>, never: Iterable<string>) {
    for (const [owner, path] of before) this.keep(owner, path);
    for (const path of never) this.#owners.set(folded(path), null);
  }

  /** The name of a file, from now on its own. */
  claim(owner: FileOwner, wanted: WantedName): GivenName {
    const key = ownerKey(owner);
    const before = this.#before.get(key);
    for (let number = 1; ; number++) {
      const path = pathOf(wanted, number);
      const holder = this.#owners.get(folded(path));
      const isKept = before !== undefined && folded(before) !== folded(path) && this.#isStill(before, key, wanted);
      if ((holder !== undefined && holder !== key) || isKept) continue;
      this.#owners.set(folded(path), key);
      return { path, isNumbered: number > 1 };
    }
  }

  /** No file may have this name. */
  refuse(path: string): void {
    this.#owners.set(folded(path), null);
  }

  /** The file has this name: it was given in a run before. */
  keep(owner: FileOwner, path: string): void {
    const key = ownerKey(owner);
    this.#before.set(key, path);
    this.#owners.set(folded(path), key);
    this.#delivered.add(folded(path));
  }

  /** Whether a delivery made the file, now or before. */
  isDelivered(path: string): boolean {
    return this.#delivered.has(folded(path));
  }

  /** Whether a path is the wanted name with some number, and its owner's still: then it is kept. */
  #isStill(path: string, key: string, wanted: WantedName): boolean {
    const number = Number(/ (\d{1,6})\.[^/]*$/.exec(path)?.[1] ?? 1);
    const isIt = (n: number) => folded(pathOf(wanted, n)) === folded(path);
    return number >= 1 && (isIt(number) || isIt(1)) && this.#owners.get(folded(path)) === key;
  }
}
