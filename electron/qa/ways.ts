/** How issues and articles are chosen for a sample. */
export const WAYS = ['random', 'doubtful', 'paper', 'date'] as const;
export type Way = (typeof WAYS)[number];
