/** A first reading by rules alone: bodies cut at openers, the head before or after a body is its head. */
import type { LineOwner } from './assign.ts';
import { signsOf } from './languages/page-table.ts';
import { tablesOf } from './languages/tables.ts';
import type { SetLine } from './lines/lines.ts';
import { measuresOf } from './lines/measure.ts';

/** A line this much narrower than the measure on both sides, without a full stop, is a head. */
const HEAD_SHARE = 0.85;

export function ownersByRule(lines: readonly SetLine[]): LineOwner[] {
  const tables = tablesOf(lines);
  const measures = measuresOf(lines);
  const owners: LineOwner[] = [];
  let article = 0;
  let inHead = false;
  let inBody = false;
  lines.forEach((line, i) => {
    const table = tables[i];
    const signs = table ? signsOf(line.text, table) : {};
    if (signs.furniture && signs.furniture.weight >= 0.8) owners.push({ article: -1, role: 'furniture', order: 0 });
    else if (signs.ad && signs.ad.weight >= 0.8) owners.push({ article: -1, role: 'ad', order: 0 });
    else if (signs.jump) owners.push({ article: -1, role: 'jump', order: 0 });
    else if (signs.section) owners.push({ article: -1, role: 'section', order: 0 });
    else if (isHead(line, measures.before[i] ?? 0, measures.after[i] ?? 0)) {
      if (!inHead) article++;
      inHead = true;
      inBody = false;
      owners.push({ article, role: 'headline', order: 0 });
    } else {
      if (inBody && signs.opener) article++;
      inHead = false;
      inBody = true;
      owners.push({ article, role: signs.byline || signs.photo?.weight === 1 ? 'byline' : 'body', order: 0 });
    }
  });
  return owners;
}

function isHead(line: SetLine, before: number, after: number): boolean {
  const measure = Math.min(before || after, after || before);
  return (
    line.width < measure * HEAD_SHARE && !/[。.!?！？”"）),，;；:：-]$/u.test(line.text) && !/^\p{Ll}/u.test(line.text)
  );
}
