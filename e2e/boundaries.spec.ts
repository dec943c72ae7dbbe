/** Where articles begin and end, and which head belongs to which body, put right by keyboard. */
import { type Desk, expect, test } from './kit/index.ts';
import { PAGES } from './pages.ts';

/** The one article that owns the line. */
async function articleAt(desk: Desk, line: number): Promise<string> {
  const { articles } = await desk.raw.owner(line);
  expect(articles, `line ${line} has one owner`).toHaveLength(1);
  return articles[0] ?? '';
}

for (const page of PAGES) {
  test.describe(page.name, () => {
    test.beforeEach(({ desk }) => desk.open(page.path));

    test('N splits the article where the selection stands, M merges it again', async ({ desk }) => {
      const { body, secondParagraph } = page.first;
      const whole = await articleAt(desk, body);
      const before = await desk.list.ids();
      await desk.selectLines(secondParagraph);
      await desk.act('n');
      const part = await articleAt(desk, secondParagraph);
      expect(before).not.toContain(part);
      expect(await articleAt(desk, secondParagraph + 2)).toBe(part);
      expect(await articleAt(desk, secondParagraph - 2)).toBe(whole);
      // The new one stands after the one it was a part of.
      const after = await desk.list.ids();
      expect(after).toEqual(before.flatMap((id) => (id === whole ? [whole, part] : [id])));
      await expect(desk.list.card(part)).toHaveAttribute('aria-selected', 'true');

      await desk.selectLines(secondParagraph);
      await desk.act('Shift+M');
      expect(await articleAt(desk, secondParagraph)).toBe(whole);
      expect(await desk.list.ids()).toEqual(before);

      // Of several lines: an article of these.
      const [first, second, third] = page.second.lines;
      const around = await articleAt(desk, first);
      await desk.selectLines(second, third);
      await desk.act('n');
      const made = await articleAt(desk, second);
      expect(made).not.toBe(around);
      expect(await articleAt(desk, third)).toBe(made);
      expect(await articleAt(desk, first)).toBe(around);
      expect(await articleAt(desk, third + 2)).toBe(around);
    });

    test('S moves the start of an article, Alt and an arrow nudge it by a line', async ({ desk }) => {
      const [first, second, third] = page.second.lines;
      const upper = await articleAt(desk, page.first.headline);
      const lower = await articleAt(desk, first);
      expect(lower).not.toBe(upper);
      await desk.selectLines(third);
      await desk.act('s');
      for (const line of [first, second]) expect(await articleAt(desk, line)).toBe(upper);
      expect(await articleAt(desk, third)).toBe(lower);

      await desk.act('Alt+ArrowUp');
      expect(await articleAt(desk, second)).toBe(lower);
      expect(await articleAt(desk, first)).toBe(upper);
      await desk.act('Alt+ArrowUp');
      expect(await articleAt(desk, first)).toBe(lower);
      expect(await articleAt(desk, page.first.headline)).toBe(upper);
    });

    test('A gives a headline to another body, X puts text outside, H makes it a headline', async ({ desk }) => {
      const [from, to] = page.third.headline;
      const own = await articleAt(desk, page.third.body);
      const other = await articleAt(desk, page.fourth.body);
      // Whatever was proposed, the headline is given to one, then to the other.
      await desk.selectLines(from, to);
      const owner = await articleAt(desk, from);
      for (const id of owner === other ? [own, other] : [other, own]) {
        await desk.give(id);
        for (const line of [from, to]) {
          const { articles, role } = await desk.raw.owner(line);
          expect({ articles, role }).toEqual({ articles: [id], role: 'headline' });
        }
        await desk.list.select(id);
        await expect(desk.editor.field('Headline')).toContainText(await desk.raw.text(from));
        await desk.selectLines(from, to);
      }

      // X puts text outside, H makes it a headline.
      const line = page.photo;
      const { articles } = await desk.raw.owner(line);
      await desk.selectLines(line);
      await desk.act('x', 'a');
      expect(await desk.raw.owner(line)).toEqual({ articles: [], role: 'ad' });
      await desk.list.select(articles[0] ?? '');
      await desk.selectLines(line);
      await desk.act('h');
      expect((await desk.raw.owner(line)).role).toBe('headline');
    });
  });
}
