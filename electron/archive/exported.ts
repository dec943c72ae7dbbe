/** When an issue was exported last, kept beside its review: the file `exported`, one line of JSON. */
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomic } from '../desk/atomic.ts';
import type { Files } from '../desk/files.ts';
import { makePlace, type Place } from '../desk/place.ts';

const exportedSchema = z.object({
  /** ISO time. */
  at: z.string().max(40),
  /** The last entry of the journal that is in it. */
  seq: z.int().min(0),
  format: z.string().max(40),
});
export type Exported = z.infer<typeof exportedSchema>;

const EXPORTED = 'exported';

/** Null when it was never exported, or nobody can tell. */
export async function readExported(files: Files, place: Place): Promise<Exported | null> {
  try {
    const bytes = await files.read(join(place.folder, EXPORTED));
    return exportedSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return null;
  }
}

/** Makes the review's folder if need be: an issue can be exported before it is reviewed. */
export async function writeExported(files: Files, place: Place, exported: Exported): Promise<void> {
  await makePlace(files, place);
  await writeAtomic(files, join(place.folder, EXPORTED), Buffer.from(`${JSON.stringify(exported)}\n`));
}
