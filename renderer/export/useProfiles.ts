/** The export profiles of an archive, as the desk keeps them. */
import { useEffect, useState } from 'react';
import { problemOf } from '../../shared/contract/contract.ts';
import type { ExportProfile } from '../../shared/contract/profile.ts';
import { desk } from '../store/index.ts';
import { problemKey } from '../store/state.ts';

export interface SavedProfiles {
  readonly profiles: readonly ExportProfile[];
  /** Keeps the list for everybody who opens the archive. */
  readonly save: (profiles: readonly ExportProfile[]) => Promise<void>;
}

/** `file`: the issue whose archive is meant; null: the archive that is open. */
export function useProfiles(file: string | null): SavedProfiles {
  const [profiles, setProfiles] = useState<readonly ExportProfile[]>([]);
  useEffect(() => {
    let isHere = true;
    const { host } = desk.store.getState();
    host?.call('profiles.get', { file }).then((found) => isHere && setProfiles(found.profiles), tell);
    return () => {
      isHere = false;
    };
  }, [file]);
  const save = async (next: readonly ExportProfile[]) => {
    const { host } = desk.store.getState();
    try {
      const kept = await host?.call('profiles.set', { file, profiles: [...next] });
      if (kept) setProfiles(kept.profiles);
    } catch (error) {
      tell(error);
    }
  };
  return { profiles, save };
}

function tell(error: unknown): void {
  const problem = problemOf(error);
  desk.say('problem', { key: problemKey(problem), ...(problem.values ? { values: problem.values } : {}) });
}
