/**
 * What the desk remembers between two runs, over the store that the host gives (`conf` or electron-store, one file).
 * Settings may be lost, a start never: what can't be read is as designed.
 */
import { z } from 'zod';
import { type Settings, settingsSchema } from '../../shared/contract/settings.ts';

/** The host's store. Values are JSON; each `set` writes the whole file. */
export interface SettingsPort {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

const SETTINGS = 'settings';
const RECENT = 'recent';
/** Issues that the list of recent ones holds. */
const RECENT_LENGTH = 50;

/** The settings; each field that is missing or makes no sense has its default. */
export function readSettings(port: SettingsPort): Settings {
  const stored = asRecord(port.get(SETTINGS));
  const readable = Object.entries(settingsSchema.shape).flatMap(([key, schema]) => {
    const field = schema.safeParse(stored[key]);
    return field.success ? [[key, field.data]] : [];
  });
  return settingsSchema.parse(Object.fromEntries(readable));
}

/** Stores what changed and returns all. */
export function changeSettings(
  port: SettingsPort,
  changes: { readonly [K in keyof Settings]?: Settings[K] | undefined },
): Settings {
  const known = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const settings = settingsSchema.parse({ ...readSettings(port), ...known });
  port.set(SETTINGS, settings);
  return settings;
}

/** Paths of the issues opened last, the latest first. */
export const readRecent = (port: SettingsPort): readonly string[] =>
  z.array(z.string()).catch([]).parse(port.get(RECENT)).slice(0, RECENT_LENGTH);

/** `formerly`: the path under which the issue was reviewed before it was renamed; it is none of its own any more. */
export function rememberRecent(port: SettingsPort, path: string, formerly?: string): void {
  const recent = readRecent(port);
  if (recent[0] === path && (formerly === undefined || !recent.includes(formerly))) return;
  port.set(RECENT, [path, ...recent.filter((p) => p !== path && p !== formerly)].slice(0, RECENT_LENGTH));
}

/** The settings with another person for this run: what is remembered of the person stays as it is. */
export const asPerson = (port: SettingsPort, person: string): SettingsPort => ({
  get: (key) => (key === SETTINGS ? { ...asRecord(port.get(key)), person } : port.get(key)),
  set: (key, value) =>
    port.set(key, key === SETTINGS ? { ...asRecord(value), person: asRecord(port.get(key)).person ?? '' } : value),
});

/** Settings that last as long as the process: for tests and the command line. */
export function memorySettings(values: { readonly [key: string]: unknown } = {}): SettingsPort {
  const map = new Map(Object.entries(values));
  return { get: (key) => map.get(key), set: (key, value) => void map.set(key, value) };
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  z.record(z.string(), z.unknown()).catch({}).parse(value);
