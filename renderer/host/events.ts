/** The window's listeners to the desk's events; both implementations of `Host` keep one. */
import type { EventName, Events, Host } from '../../shared/contract/contract.ts';
import type { Emit } from '../../shared/contract/wire.ts';

export interface EventHub {
  readonly on: Host['on'];
  readonly emit: Emit;
}

export function createEventHub(): EventHub {
  const listeners = new Map<EventName, Set<(data: never) => void>>();
  const of = (name: EventName): Set<(data: never) => void> => {
    const known = listeners.get(name);
    if (known) return known;
    const made = new Set<(data: never) => void>();
    listeners.set(name, made);
    return made;
  };
  return {
    on(name, listener) {
      // A wrapper of its own, so that the same function registered twice is two registrations.
      const own = (data: Events[typeof name]) => listener(data);
      of(name).add(own);
      return () => void of(name).delete(own);
    },
    emit(name, data) {
      // The map pairs names with listeners of their data; TypeScript can't follow the pair through the map.
      for (const listener of [...of(name)]) (listener as (data: unknown) => void)(data);
    },
  };
}
