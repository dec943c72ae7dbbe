/** A few numbers in rising order, kept so as they come: quicker than a list that is sorted, where ten or twenty are told. */
export class Rising {
  #values = new Float64Array(32);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  clear(): void {
    this.#size = 0;
  }

  add(value: number): void {
    if (this.#size === this.#values.length) this.#grow();
    const values = this.#values;
    let at = this.#size++;
    for (; at > 0 && (values[at - 1] as number) > value; at--) values[at] = values[at - 1] as number;
    values[at] = value;
  }

  /** The number that `rank` others stand before; 0 where there are not so many. */
  at(rank: number): number {
    return rank >= 0 && rank < this.#size ? (this.#values[rank] as number) : 0;
  }

  #grow(): void {
    const values = new Float64Array(this.#values.length * 2);
    values.set(this.#values);
    this.#values = values;
  }
}
