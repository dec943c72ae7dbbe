/** Exports from the window: what is written, where, and that no character is lost. */
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, test } from './kit/index.ts';
import { PAGES } from './pages.ts';

const nonBlank = (text: string): number => text.replaceAll(/[\s\u200b\ufeff\u00ad\u2060]/g, '').length;

for (const page of PAGES) {
  test(`${page.name}: every format is written beside the issue, from what the window shows`, async ({ desk }) => {
    await desk.open(page.path);
    const original = readFileSync(desk.issue, 'utf8');
    const [first] = await desk.articles();
    await desk.list.select(first?.id ?? '');
    const cards = await desk.articles();

    const document = await desk.document();
    expect(document.articles.map(({ id }) => id)).toEqual(cards.map(({ id }) => id));
    expect(document.conservation.nonBlank).toBe(nonBlank(original));
    const { inArticles, outside } = document.conservation;
    expect(inArticles + Object.values(outside).reduce((sum, count) => sum + count, 0)).toBe(nonBlank(original));

    const jsonl = readFileSync(await desk.exportAs('jsonl'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(jsonl).toHaveLength(cards.length);

    for (const format of ['markdown', 'text'] as const) {
      const path = await desk.exportAs(format);
      expect(dirname(path)).toBe(dirname(desk.issue));
      expect(basename(path)).not.toBe(basename(desk.issue));
      const text = readFileSync(path, 'utf8');
      for (const { headline } of document.articles) if (headline) expect(text).toContain(headline.split(' ')[0]);
    }
    expect(readFileSync(desk.issue, 'utf8')).toBe(original);
  });
}
