/** An article as formats without fields of their own print it: its texts in reading order, each with what it is. */
import type { DocumentArticle } from '../../shared/document/document.ts';
import { bylineText } from './common.ts';

export type PrintedRole = 'section' | 'kicker' | 'headline' | 'subhead' | 'lede' | 'bylines' | 'caption' | 'body';
export interface Printed {
  readonly role: PrintedRole;
  readonly text: string;
}

/** Its texts in reading order; empty ones are left out. */
export function printedOf(article: DocumentArticle): readonly Printed[] {
  const { section, kicker, headline, subhead, lede, bylines, paragraphs } = article;
  const all: readonly { readonly role: PrintedRole; readonly text: string | null | undefined }[] = [
    { role: 'section', text: section },
    { role: 'kicker', text: kicker },
    { role: 'headline', text: headline },
    { role: 'subhead', text: subhead },
    { role: 'lede', text: lede },
    { role: 'bylines', text: bylines.map(bylineText).join('; ') },
    ...paragraphs.map(({ role, text }) => ({
      role: role === 'caption' ? ('caption' as const) : ('body' as const),
      text,
    })),
  ];
  return all.flatMap(({ role, text }) => (text ? [{ role, text }] : []));
}
