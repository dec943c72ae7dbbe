/** Hostile text in every field, through every export: what comes out parses, runs nothing and leads nowhere. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { EXPORT_FORMATS } from '../../../../shared/contract/contract.ts';
import { exportDocument } from '../../../export/export.ts';
import { anyDocument } from '../../../export/testing/documents.ts';
import { SOME_SCAN } from '../../../export/testing/scanned.ts';
import { assertSound } from '../../../export/testing/sound.ts';
import { NOTHING, type Ordeal, type Outcome, sum } from './ordeal.ts';

/** Documents of one run. */
const DOCUMENTS = 10;

const hostileText: Ordeal = {
  row: 12,
  each: 1,
  nightly: 1000 * EXPORT_FORMATS.length,
  name: 'hostile text in every field through every export',
  async run(seed) {
    let outcome = NOTHING;
    for (const document of fc.sample(anyDocument, { seed, numRuns: DOCUMENTS }))
      for (const format of EXPORT_FORMATS) {
        const bytes = await exportDocument(document, format, { scan: SOME_SCAN });
        assertSound(bytes, format);
        // JSON holds the whole document: it must come back as it was.
        const isSame = format !== 'json' || isSameJson(bytes, document);
        const one: Outcome = { runs: 1, acknowledged: 1, lost: isSame ? 0 : 1, refused: 0 };
        outcome = sum(outcome, one);
      }
    return outcome;
  },
};

/** A field without a value is no field in JSON. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const isSameJson = (bytes: Uint8Array, document: unknown): boolean =>
  isDeepStrictEqual(JSON.parse(Buffer.from(bytes).toString('utf8')), asJson(document));

export const HOSTILE_TEXT: readonly Ordeal[] = [hostileText];
