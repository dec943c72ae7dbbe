import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../shared/model/issue.ts';
import { EXPERTS } from '../learned/models.generated.ts';
import { readSheet } from '../lines/sheet.ts';
import { inBlocks, modelsFor } from './experts.ts';

const sheetOf = (text: string) => readSheet(issueOf(text));

const FRENCH = `NOUVELLES DE LIÈGE

Liège, 3 mars.
Le conseil a voté hier soir les crédits du nou-
veau pont. On se demande ce que la province en
dira et si la ville est prête à payer seule
les travaux, qui iront jusqu'en mai.
`;
const GERMAN = `Kleine Nachrichten

Aus Berlin wird gemeldet, daß die Sitzung
des Reichstags auf den Montag verlegt worden
ist. Die Vorlage über die Zölle wird nicht
vor dem Frühjahr beraten werden, wie man
aus den Kreisen der Parteien hört.
`;
const ENGLISH = `News from Liège

Liège, March 3.
The council voted last night the credits for
the new bridge. One asks what the province
will say of it and whether the city is ready
to pay alone for the works.
`;

/** The item over and over, its text twice as long as here. */
const page = (item: string): string => {
  const [head, ...text] = item.trim().split(/\n+/u);
  return Array.from({ length: 4 }, () => `${head}\n\n${[...text, ...text].join('\n')}\n`).join('\n');
};

describe('which models read an issue', () => {
  it.each([FRENCH, GERMAN])('scans in blocks of the continent are read as scans', (item) => {
    const sheet = sheetOf(page(item));
    expect(inBlocks(sheet)).toBe(true);
    expect(modelsFor(sheet, EXPERTS)).toBe(EXPERTS.scans);
  });

  it.each([
    ['without a blank line', page(FRENCH).replace(/\n\n/g, '\n')],
    ['with a blank line after every line', page(FRENCH).replace(/\n+/g, '\n\n')],
    ['cut by blank lines in mid-sentence', page(FRENCH).replace(/\n(?=[a-zé])/g, '\n\n')],
  ])('blank lines tell nothing: %s', (_, text) => expect(inBlocks(sheetOf(text))).toBe(false));

  it('English in blocks is read as press', () => {
    const sheet = sheetOf(page(ENGLISH));
    expect(inBlocks(sheet)).toBe(true);
    expect(modelsFor(sheet, EXPERTS)).toBe(EXPERTS.press);
  });

  it('English that was badly read is a scan, where it is in blocks', () => {
    const misread = ENGLISH.replace('council', "c'ounci;l").replace('bridge', 'brId.ge ,');
    expect(modelsFor(sheetOf(page(misread)), EXPERTS)).toBe(EXPERTS.scans);
    expect(modelsFor(sheetOf(page(misread).replace(/\n\n/g, '\n')), EXPERTS)).toBe(EXPERTS.press);
  });

  it('signs within words say nothing of Chinese', () => {
    const chinese =
      '新闻专递\n\n本报讯 市领导A1b2 c.d; e 到会并讲话要求各地\n'.repeat(1) +
      '抓好落实工作并按期完成各项任务不得有误\n'.repeat(5);
    const text = Array.from({ length: 5 }, () => chinese).join('\n');
    expect(modelsFor(sheetOf(text), EXPERTS)).toBe(EXPERTS.press);
  });
});
