import { describe, expect, it } from 'vitest';
import { type Sign, signsOf } from './page-table.ts';
import { TABLES } from './tables.ts';

const tableOf = (language: string) => {
  const table = TABLES.find((t) => t.language === language);
  if (!table) throw new Error(`no table for ${language}`);
  return table;
};

describe.each(TABLES)('the page table of $language', (table) => {
  it.each(table.rows)('$id matches its line', (row) => {
    expect(row.line).toMatch(row.pattern);
    expect(row.id).toMatch(new RegExp(`^${table.language}/`));
    expect(row.weight).toBeGreaterThan(0);
    expect(row.weight).toBeLessThanOrEqual(1);
  });

  it('has no two rows of one id', () => {
    expect(new Set(table.rows.map((row) => row.id)).size).toBe(table.rows.length);
  });
});

/** Lines that look like a sign and are none. */
const NOT: readonly (readonly [language: string, sign: Sign, line: string])[] = [
  ['zh', 'opener', '他翻开报纸，看见本报讯三个字，'],
  ['zh', 'opener', '据了解，该项目总投资三亿元。'],
  ['zh', 'opener', '会议于7月10日在北京召开，报道称会期两天'],
  ['zh', 'softOpener', '共有25日的库存，商家表示不愁卖'],
  ['zh', 'softOpener', '几位记者和摄影师在门外等候。后来有人获悉'],
  ['zh', 'closer', '由国家发展改革委（发改委）牵头，'],
  ['zh', 'byline', '记者在采访中了解到，今年以来全市农民增收明显。'],
  ['zh', 'byline', '记者从昨日省政府召开的'],
  ['zh', 'photo', '拍摄的照片里有摄影师和他的朋友们在一起，'],
  ['zh', 'furniture', '第三次会议在北京召开，会期两天，'],
  ['zh', 'section', '他说，今天的新闻很多，'],
  ['zh', 'jump', '球队下转半场后转守为攻，'],
  ['zh', 'bullet', '标准普尔周四表示'],
  ['en', 'opener', 'the meeting in London - and not in Paris - was called'],
  ['en', 'opener', 'The Bank of England said it would'],
  ['en', 'byline', 'By the end of the year the bank will have'],
  ['en', 'byline', 'by means of a new law'],
  ['en', 'photo', 'a photographic shop in the main street'],
  ['en', 'furniture', 'on Monday he said that October had been cold'],
  ['en', 'jump', 'He continued on his way to the station and'],
  ['en', 'ad', 'They found the lost boy near the river'],
  ['de', 'opener', 'am 12. Dezember wurde in Berlin'],
  ['de', 'jump', 'Die Fortsetzung der Arbeiten wurde beschlossen'],
  ['fr', 'opener', 'le 16 décembre, à Paris, les ministres'],
  ['fr', 'jump', 'il faut suivre les conseils'],
  ['es', 'opener', 'Madrid, 3 de marzo, cuando el Consejo'],
  ['es', 'opener', 'BARCELONA - REAL MADRID'],
  ['es', 'opener', 'BARCELONA, 3; REAL MADRID, 1'],
  ['es', 'softOpener', 'Ayerbe celebra sus fiestas'],
  ['es', 'closer', 'la agencia EFE, que cita a fuentes'],
  ['es', 'byline', 'Por la mañana se reunieron los ministros'],
  ['es', 'byline', 'Por San Juan, la ciudad celebra'],
  ['es', 'byline', 'Redacción del nuevo convenio'],
  ['es', 'byline', 'EL ALCALDE DE LA VILLA, satisfecho'],
  ['es', 'photo', 'La foto de la boda se publicó'],
  ['es', 'caption', 'En la imaginación de los vecinos'],
  ['es', 'furniture', 'el martes, 4 de marzo, se reunió'],
  ['es', 'furniture', 'Año tras año, la feria crece'],
  ['es', 'section', 'SUCESOS QUE CONMOVIERON A LA CIUDAD'],
  ['es', 'section', 'LOCALIDADES AGOTADAS'],
  ['es', 'ad', 'Se vende menos pan que hace un año'],
  ['es', 'jump', 'Viene de lejos la costumbre'],
  ['es', 'jump', 'Pasa a la final el equipo local'],
  ['nl', 'jump', 'Het werk wordt vervolgd met groote kracht'],
];

/** Lines of many words that may be read in several ways: a pattern that tries all of them never ends. */
const MANY = 2000;
it.each([
  ['en', 'byline', `By Ada${'  Ada'.repeat(MANY)} 1`],
  ['es', 'byline', `POR ADA${' DE'.repeat(MANY)} 1`],
  ['es', 'byline', `POR ADA${'  Y  LA'.repeat(MANY)} 1`],
] as const)('%s: no %s in a long line that nearly is one, and it is soon told', (language, sign, line) => {
  expect(signsOf(line, tableOf(language))[sign]).toBeUndefined();
});

it.each([
  ['en', 'By ADA BYRON AND JOHN MURRAY'],
  ['en', 'By Ada Byron & John Murray'],
  ['en', 'BY  ADA  BYRON  and  JOHN'],
  ['es', 'POR MARÍA DE LA O Y JUAN DEL RÍO'],
  ['es', 'Por María de los Ángeles y Juan del Río'],
])('%s: a byline is «%s»', (language, line) => {
  expect(signsOf(line, tableOf(language)).byline?.weight).toBe(1);
});

it.each(NOT)('%s: no %s in «%s»', (language, sign, line) => {
  expect(signsOf(line, tableOf(language))[sign]).toBeUndefined();
});
