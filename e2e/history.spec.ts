/** Undo and redo without end, over a restart too; and what is left when the desk is killed. */
import { readFileSync } from 'node:fs';
import { type Desk, expect, test } from './kit/index.ts';
import { PAGES } from './pages.ts';

/** What a person sees of a review: who owns the lines that the tests touch, the cards, the body shown. */
async function picture(desk: Desk, lines: readonly number[]) {
  const owners = [];
  for (const line of lines) owners.push(await desk.raw.owner(line));
  return { owners, cards: await desk.articles() };
}

for (const page of PAGES) {
  test.describe(page.name, () => {
    const { secondParagraph, body } = page.first;
    const lines = [body, secondParagraph, ...page.second.lines, page.photo];

    /** Five acts of different kinds, each saved. */
    async function work(desk: Desk): Promise<number> {
      await desk.selectLines(secondParagraph);
      await desk.act('n');
      await desk.selectLines(page.photo);
      await desk.act('x', 'a');
      await desk.selectLines(page.second.lines[1]);
      await desk.act('s');
      const { articles } = await desk.raw.owner(body);
      await desk.list.select(articles[0] ?? '');
      await desk.editor.placeCaret('Body', (await desk.editor.text('Body')).slice(0, 3));
      await desk.change('type', () => desk.press('Z'));
      await desk.selectLines(secondParagraph);
      return desk.act('Shift+M');
    }

    test.beforeEach(({ desk }) => desk.open(page.path));

    test('everything is undone to the proposal and done again, after a restart too', async ({ desk }) => {
      const proposed = await picture(desk, lines);
      await work(desk);
      const worked = await picture(desk, lines);
      expect(worked).not.toEqual(proposed);
      for (let n = 0; n < 5; n++) await desk.undo();
      expect(await picture(desk, lines)).toEqual(proposed);
      for (let n = 0; n < 5; n++) await desk.redo();
      expect(await picture(desk, lines)).toEqual(worked);
      await desk.reopen();
      expect(await picture(desk, lines)).toEqual(worked);
      for (let n = 0; n < 5; n++) await desk.undo();
      expect(await picture(desk, lines)).toEqual(proposed);
    });

    test('the desk is killed in the middle of work: the window says so, and every saved edit is there again', async ({
      desk,
    }) => {
      const original = readFileSync(desk.issue);
      const saved = await work(desk);
      const worked = await picture(desk, lines);
      await desk.kill();
      await expect(desk.said).toContainText('The desk has gone away');
      await desk.reopen();
      expect(await desk.status.saved()).toBeGreaterThanOrEqual(saved);
      expect(await picture(desk, lines)).toEqual(worked);
      expect(readFileSync(desk.issue)).toEqual(original);
      // And work goes on.
      await desk.undo();
    });

    test('the desk is killed while letters are typed: a prefix of them is there, with all that were saved', async ({
      desk,
    }) => {
      const { articles } = await desk.raw.owner(body);
      await desk.list.select(articles[0] ?? '');
      const before = await desk.editor.text('Body');
      await desk.editor.placeCaret('Body', before.slice(0, 3));
      const typed = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
      /** Letters that stand in the body behind the caret's first place. */
      const lettersIn = (text: string) => /^[A-Z]*/.exec(text.slice(3))?.[0] ?? '';
      let surelySaved = '';
      for (const [n, letter] of [...typed].entries()) {
        // Half-way everything is waited for: those letters must be there. The rest is typed into the kill.
        if (n === 12) {
          await desk.act(letter);
          surelySaved = typed.slice(0, 13);
        } else await desk.press(letter);
        if (n === 20) await desk.kill();
      }
      await desk.reopen();
      await desk.list.select(articles[0] ?? '');
      const letters = lettersIn(await desk.editor.text('Body'));
      expect(typed.startsWith(letters)).toBe(true);
      expect(letters.startsWith(surelySaved)).toBe(true);
    });
  });
}
