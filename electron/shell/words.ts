/** The words of menus and dialogs, from the window's own locale files. */

/** A locale file: names to sentences or to further names. */
export interface Locale {
  readonly [name: string]: string | Locale;
}

/** The sentence under a path such as `menu.file`. */
export type Words = (path: string) => string;

/** Looks up in the first locale that has the path; a path that none has stands for itself, so that it is seen. */
export const wordsFrom =
  (...locales: readonly Locale[]): Words =>
  (path) =>
    locales.map((locale) => lookUp(locale, path)).find((found) => found !== null) ?? path;

function lookUp(locale: Locale, path: string): string | null {
  // Names may hold dots themselves (`command.review.undo`): the longest that is there counts.
  if (Object.hasOwn(locale, path)) {
    const found = locale[path];
    if (typeof found === 'string') return found;
  }
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const inner = Object.hasOwn(locale, path.slice(0, dot)) ? locale[path.slice(0, dot)] : undefined;
    const found = typeof inner === 'object' ? lookUp(inner, path.slice(dot + 1)) : null;
    if (found !== null) return found;
  }
  return null;
}
