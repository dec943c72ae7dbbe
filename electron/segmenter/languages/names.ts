/**
 * What the language tables (`LANGUAGE/names.ts`) hold about names: who wrote, who photographed, which agency, where a
 * dispatch was sent from. What we know of a language is rows; the rules that read them are in `finish/`.
 */

/** The languages that have tables. */
export type LanguageId = 'zh' | 'en' | 'de' | 'fr' | 'nl' | 'es';
/** Those that set names in Latin letters. */
export type WesternId = Exclude<LanguageId, 'zh'>;

/** One word of a byline, with the role that its names get. */
export interface RoleRow {
  readonly id: string;
  /** Matches at the start of what is left of the line. */
  readonly pattern: RegExp;
  /**
   * The role in its normal form, as exports show it (记者, 摄影, by, photo); null keeps the role that the names have
   * already (张三 报道).
   */
  readonly role: string | null;
  /** Where the names stand: `记者 张三` before, `张三 摄` after; `摄影 张三` and `张三 摄影` both occur. */
  readonly stands: 'before' | 'after' | 'either';
}

/** A pattern with the real line that made us write it down. */
export interface NameRow {
  readonly id: string;
  readonly pattern: RegExp;
}

/** Tables of the languages that set names in Latin letters. */
export interface WesternNames {
  readonly language: LanguageId;
  /** What opens a byline, names following: `By`, `Staff photo by`, `Von`. Anchored at the start. */
  readonly credits: readonly RoleRow[];
  /** Whole lines that go with a byline and hold no name: `Staff Writer`, `Special to the Courier`. */
  readonly posts: readonly NameRow[];
  /** Agencies and press services, as whole lines. */
  readonly agencies: readonly NameRow[];
  /** Words between two names: `and`, `und`. */
  readonly and: RegExp;
  /** Small words inside a name: `van`, `de la`. */
  readonly particles: ReadonlySet<string>;
  /** What may stand before a name and belongs to it: `Dr.`, `Général`. */
  readonly titles: ReadonlySet<string>;
  /** Capitalised words that a name never begins or ends with, so a heading is not taken for a signature. */
  readonly notNames: ReadonlySet<string>;
  /** Names of months, full and abbreviated, as a pattern without anchors. */
  readonly months: string;
  /** What closes a dateline in brackets or before the dash: `(AP)`, `(Wolff)`. Without anchors. */
  readonly wire: string;
}
