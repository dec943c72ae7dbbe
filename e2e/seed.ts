/** The seed page, for our own tests: it is no part of the project, nor of what `galley/kit` exports. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './kit/programs.ts';

/** A real page of a Chinese local daily. Absent where `../shared` is not beside the checkout. */
export const SEED = resolve(root, '../shared/corpus/seed/lvliang-daily.txt');
export const hasSeed = existsSync(SEED);
