/** Choices by chance from a seeded source, so that the same seed makes the same page. */
export class Dice {
  /** @param random numbers from 0 to below 1 (`randomFrom` in boost.mjs) */
  constructor(random) {
    this.random = random;
  }

  pick(list) {
    return list[Math.floor(this.random() * list.length)];
  }

  between(low, high) {
    return low + this.random() * (high - low);
  }

  shuffled(list) {
    const result = [...list];
    for (let k = result.length - 1; k > 0; k--) {
      const j = Math.floor(this.random() * (k + 1));
      [result[k], result[j]] = [result[j], result[k]];
    }
    return result;
  }
}
