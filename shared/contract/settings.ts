/** What the desk remembers between two runs. One store, `conf` or electron-store, behind a port. */
import { z } from 'zod';

export const settingsSchema = z.object({
  language: z.enum(['auto', 'en', 'zh']).default('auto'),
  theme: z.enum(['system', 'light', 'dark', 'contrast']).default('system'),
  /** Size of the text of the panes, in CSS pixels. */
  fontSize: z.int().min(11).max(28).default(16),
  foldBlank: z.boolean().default(true),
  /** Widths of the three panes in percent; empty: as designed. */
  layout: z.array(z.number().min(5).max(95)).max(3).default([]),
  /** The person's name, in every journal record. Empty until asked. */
  person: z.string().max(100).default(''),
  /** Keys of commands that the user changed: command id to key, `''` for none. */
  keys: z.record(z.string().max(100), z.string().max(40)).default({}),
});

export type Settings = z.infer<typeof settingsSchema>;
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});
