/** Lays a review beside an issue: `node lay-review.ts ISSUE SPAN EDITS`, an article every SPAN units, EDITS edits in its journal. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { realFiles } from '../../electron/desk/files.ts';
import { FORMAT, type Opening, segmentName } from '../../electron/desk/journal-format.ts';
import { besideOf, furnish, makePlace, sha256Of } from '../../electron/desk/place.ts';
import { encodeRecord } from '../../electron/desk/record.ts';
import { entriesOf, reviewOf } from './review.ts';

const [path = '', span = '', edits = '0'] = process.argv.slice(2);
const bytes = readFileSync(path);
const text = bytes.toString('utf8');
const review = reviewOf(text, Number(span));
const opening: Opening = {
  format: FORMAT,
  sha256: sha256Of(bytes),
  encoding: 'utf-8',
  bom: false,
  lineEnd: 'lf',
  segmenter: 'bench',
  proposal: { segmenter: 'bench', review, doubts: [], candidates: {} },
};
const place = besideOf(path);
await makePlace(realFiles, place);
await furnish(realFiles, place, bytes, text, opening);
const records = [opening, ...entriesOf(Number(edits), review.articles.length)].map((record) => encodeRecord(record));
writeFileSync(join(place.folder, segmentName(1)), Buffer.concat(records));
