/** What the credit finders return: a name with its role and its place in the text that was searched. */

export interface FoundCredit {
  /** In the normal form of the language's table. */
  readonly role: string;
  readonly name: string;
  /** Places of the name in the searched text, UTF-16 units, half open. */
  readonly from: number;
  readonly to: number;
  /** A glyph of the name is lost. */
  readonly incomplete: boolean;
}
