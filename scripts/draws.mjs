/**
 * What property tests draw. With GALLEY_SEED they draw the same cases each time: `npm test` sets it, for it judges a change, and
 * a law that was broken long before is no fault of the change. Other runs (`npm run check`, vitest) draw anew and find such.
 */
import fc from 'fast-check';

const { GALLEY_SEED: seed } = process.env;
if (seed) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
