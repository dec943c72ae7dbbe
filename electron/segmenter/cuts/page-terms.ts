/** Where the terms of a page are, page by page: an issue of many pages has the same terms on all of them. */

/** Numbers of places by term. */
type Places = Map<number, number[]>;

const NONE: ReadonlyMap<number, number[]> = new Map();

export class PageTerms {
  readonly #pages = new Map<number, Places>();

  /** The places of each term of the page; pages are known by their first line. */
  of(page: number): ReadonlyMap<number, number[]> {
    return this.#pages.get(page) ?? NONE;
  }

  /** The places of the term on the page, to add to. */
  placesOf(page: number, term: number): number[] {
    let places = this.#pages.get(page);
    if (!places) {
      places = new Map();
      this.#pages.set(page, places);
    }
    let list = places.get(term);
    if (!list) {
      list = [];
      places.set(term, list);
    }
    return list;
  }
}
