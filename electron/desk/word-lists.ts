/**
 * Word lists of newspapers, one readable JSON file each under `words/` in the data folder. A file that can't be read (edited
 * by hand and broken) is left as it is, and said.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DeskError } from '../../shared/contract/problem.ts';
import { learn, type Word, type WordList, wordListSchema } from '../../shared/words/list.ts';
import { makeFolders, writeAtomic } from './atomic.ts';
import type { Files } from './files.ts';
import { writingProblem } from './problems.ts';

export class WordLists {
  readonly #files: Files;
  readonly #folder: string;
  /** Changes of lists wait for one another, so that none is lost. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(files: Files, dataFolder: string) {
    this.#files = files;
    this.#folder = join(dataFolder, 'words');
  }

  /** The list of a newspaper; empty when there is none yet. */
  async read(paper: string): Promise<WordList> {
    const path = this.#pathOf(paper);
    if (!(await this.#files.stat(path))) return { format: 1, paper, words: [] };
    try {
      return wordListSchema.parse(JSON.parse(new TextDecoder().decode(await this.#files.read(path))));
    } catch (error) {
      throw new DeskError({ key: 'not readable', detail: 'a word list' }, { cause: error });
    }
  }

  /** Takes note of words that a settled article showed. */
  learn(paper: string, seen: readonly Word[]): Promise<WordList> {
    return this.#change(paper, (words) => learn(words, seen));
  }

  /** What a person made of the list. */
  set(paper: string, words: readonly Word[]): Promise<WordList> {
    return this.#change(paper, () => words);
  }

  #change(paper: string, change: (words: readonly Word[]) => readonly Word[]): Promise<WordList> {
    const job = this.#last.then(async () => {
      const list = { ...(await this.read(paper)), paper };
      const changed: WordList = { ...list, words: [...change(list.words)] };
      try {
        await makeFolders(this.#files, this.#folder);
        await writeAtomic(
          this.#files,
          this.#pathOf(paper),
          new TextEncoder().encode(`${JSON.stringify(changed, null, 1)}\n`),
        );
      } catch (error) {
        throw new DeskError(writingProblem(error), { cause: error });
      }
      return changed;
    });
    this.#last = job.catch(() => undefined);
    return job;
  }

  /** A name that people recognise, and a hash where it alone would not do (signs that files can't have, capitals). */
  #pathOf(paper: string): string {
    const shown = paper
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .slice(0, 40)
      .trim();
    const hash = createHash('sha256').update(paper).digest('hex').slice(0, 6);
    return join(this.#folder, `${shown === '' ? 'paper' : shown}-${hash}.json`);
  }
}
