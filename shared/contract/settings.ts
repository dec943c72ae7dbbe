/** What the desk remembers between two runs. One store, `conf` or electron-store, behind a port. */
import { z } from 'zod';

/** UTF-16 units of a person's name at most, wherever it is typed or written. */
export const LONGEST_PERSON = 100;

const fields = {
  language: z.enum(['auto', 'en', 'zh']),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  /** Size of the text of the panes, in CSS pixels. */
  fontSize: z.int().min(11).max(28),
  /** The kind of letters of the raw text; of one width, so that columns of the scan stay columns, unless changed. */
  rawFont: z.enum(['mono', 'sans', 'serif']),
  foldBlank: z.boolean(),
  /** Widths of the three panes in percent; empty: as designed. */
  layout: z.array(z.number().min(5).max(95)).max(3),
  /** The person's name, in every journal record. Empty until asked. */
  person: z.string().max(LONGEST_PERSON),
  /** The queue of doubts goes down the page, or begins with the most doubtful. */
  doubtOrder: z.enum(['reading', 'doubtful']),
  /** Proposals are made with what settled issues of the newspaper taught. */
  paperProfile: z.boolean(),
  /** Copied raw text has the number of its line before each line. */
  copyLines: z.boolean(),
  /** The tour was seen or ended: it does not begin by itself again. */
  tourSeen: z.boolean(),
  /** Keys of commands that the user changed: command id to key, `''` for none. */
  keys: z.record(z.string().max(100), z.string().max(40)),
};

export const settingsSchema = z.object({
  language: fields.language.default('auto'),
  theme: fields.theme.default('system'),
  fontSize: fields.fontSize.default(16),
  rawFont: fields.rawFont.default('mono'),
  foldBlank: fields.foldBlank.default(true),
  layout: fields.layout.default([]),
  person: fields.person.default(''),
  doubtOrder: fields.doubtOrder.default('reading'),
  paperProfile: fields.paperProfile.default(true),
  copyLines: fields.copyLines.default(false),
  tourSeen: fields.tourSeen.default(false),
  keys: fields.keys.default({}),
});

/** A change of some settings. Without the defaults: what is not named stays as it is. */
export const settingsChangeSchema = z.strictObject(fields).partial();

export type Settings = z.infer<typeof settingsSchema>;
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});
