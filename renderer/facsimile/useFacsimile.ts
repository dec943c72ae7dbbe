/** The facsimile of the issue that is open, and where its text stands on it. */
import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../../shared/contract/contract.ts';
import { problemOf } from '../../shared/contract/contract.ts';
import type { Facsimile } from '../../shared/contract/issue.ts';
import type { Layout } from '../../shared/model/layout.ts';
import { desk, useDesk } from '../store/index.ts';
import { problemKey } from '../store/state.ts';

export interface Loaded {
  readonly facsimile: Facsimile;
  readonly layout: Layout | null;
}

export interface FacsimileState {
  /** Null while it is looked for. */
  readonly loaded: Loaded | null;
  readonly problem: Problem | null;
  /** Asks the person for another picture. */
  choose(): void;
}

async function load(file: string, choose: boolean): Promise<Loaded> {
  const { host } = desk.store.getState();
  if (!host) throw new Error('no host');
  const facsimile = await host.call('issue.facsimile', { file, choose });
  const response = facsimile.layoutUrl === null ? null : await fetch(facsimile.layoutUrl);
  // Our own desk's answer, of the type that its contract says.
  const layout = response?.ok ? ((await response.json()) as Layout) : null;
  return { facsimile, layout };
}

export function useFacsimile(): FacsimileState {
  // Read in another encoding it is the same file, with its text in other places.
  const opened = useDesk((state) => state.opened);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setLoaded(null);
    setProblem(null);
    if (opened)
      load(opened.file, false).then(
        (found) => isCurrent && setLoaded(found),
        (error: unknown) => isCurrent && setProblem(problemOf(error)),
      );
    return () => {
      isCurrent = false;
    };
  }, [opened]);
  const choose = useCallback(() => {
    if (!opened) return;
    const take = (found: Loaded) => {
      if (desk.store.getState().opened === opened) setLoaded(found);
    };
    load(opened.file, true).then(take, (error: unknown) => {
      const wrong = problemOf(error);
      desk.say('problem', { key: problemKey(wrong), values: wrong.values ?? {} });
    });
  }, [opened]);
  return { loaded, problem, choose };
}
