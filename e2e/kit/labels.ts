/** What the window's controls are called, in its language: the kit points at them by name, as a person does. */
import en from '../../resources/locales/en.json' with { type: 'json' };
import zh from '../../resources/locales/zh.json' with { type: 'json' };

/** The key of a label in the locales: `archive.table`. */
export type WindowLabel = `archive.${string}`;

const LOCALES = { en, zh } as const;

/** Labels of the window's language, by their keys. */
export function labelsIn(lang: keyof typeof LOCALES): (key: WindowLabel) => string {
  return (key) => {
    let found: unknown = LOCALES[lang];
    for (const part of key.split('.'))
      found =
        typeof found === 'object' && found !== null
          ? Object.entries(found).find(([name]) => name === part)?.[1]
          : undefined;
    if (typeof found !== 'string') throw new Error(`no label ${key} in ${lang}`);
    return found;
  };
}
