/** Exports of several files in one. The same files give the same bytes, on every machine: else a delivery would change by itself. */
import { type Zippable, zipSync } from 'fflate';

/** Zips carry dates, and count them in local time: the same numbers in every time zone. */
const date = (): Date => new Date(2000, 0, 1);

/** A text as a file of the zip. */
export const fileOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The files as a zip, in their order. */
export const zipOf = (files: Zippable): Uint8Array => zipSync(files, { mtime: date() });
