/** The languages that Galley speaks, and which of them a person reads. */

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (text: string | null | undefined): text is Language =>
  (LANGUAGES as readonly (string | null | undefined)[]).includes(text);

/** What the person set, else the first that the system asks for (`zh-Hans-CN`, `zh_TW`) and we have, else English. */
export function languageOf(setting: string, system: readonly string[]): Language {
  if (isLanguage(setting)) return setting;
  return system.map((locale) => locale.toLowerCase().split(/[-_]/)[0]).find(isLanguage) ?? 'en';
}
