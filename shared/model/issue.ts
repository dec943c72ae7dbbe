import { indexLines } from './lines.ts';
import type { Issue } from './review.ts';

/** An issue over decoded text (no byte order mark, line ends LF). */
export const issueOf = (text: string): Issue => ({ text, lines: indexLines(text) });
