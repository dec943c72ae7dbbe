/** Every command of the table: reached by keyboard, and undone. A command without a row in commands.ts fails. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REACHES, type Reach } from './commands.ts';
import { type Desk, expect, sample, test } from './kit/index.ts';
import { root } from './kit/programs.ts';

interface Labels {
  readonly [name: string]: string | Labels;
}

/** Ids and English labels of all commands: the locales name each (renderer/i18n/locales.test.ts holds them to the table). */
function labels(tree: Labels, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[path + name, value] as const] : labels(value, `${path}${name}.`),
  );
}
const LOCALE: { readonly command: Labels } = JSON.parse(readFileSync(join(root, 'resources/locales/en.json'), 'utf8'));
const LABELS = new Map(labels(LOCALE.command));

/** Other specs walk these: they need a hit, or a correction under the caret. */
const ELSEWHERE = /^(?:find|correction)\./;

/** The second line of the second article's body. */
const LINES: readonly [number, number] = [59, 59];

async function prepare(desk: Desk, { lines = LINES, pane, before = [] }: Reach): Promise<void> {
  await desk.selectLines(...lines);
  if (pane === 'articles') await desk.press('F6');
  if (pane === 'article') await desk.editor.field('Body').first().click();
  await desk.press(...before);
}

async function reach(desk: Desk, id: string, { keys }: Reach): Promise<void> {
  if (keys) return desk.press(...keys);
  await desk.press('ControlOrMeta+k');
  await desk.page.keyboard.type(LABELS.get(id) ?? id);
  await desk.press('Enter');
}

/** What a person sees of the review. */
const picture = (desk: Desk) =>
  desk.page.evaluate(() => {
    const rows = [...document.querySelectorAll('[data-pane="raw"] [data-line]')];
    const owners = rows.map((row) =>
      ['data-line', 'data-article', 'data-role', 'data-starts'].map((name) => row.getAttribute(name)).join(' '),
    );
    const cards = [...document.querySelectorAll('[data-pane="articles"] [data-article]')];
    return { owners: owners.sort(), cards: cards.map((card) => card.textContent) };
  });

test('each command of the table has a row here', () => {
  const missing = [...LABELS.keys()].filter((id) => !(id in REACHES) && !ELSEWHERE.test(id));
  expect(missing).toEqual([]);
  expect(Object.keys(REACHES).filter((id) => !LABELS.has(id))).toEqual([]);
});

test('every command is reached by keyboard, and only those that say so change the review', async ({ desk }) => {
  test.setTimeout(600_000);
  await desk.open(sample());
  const done = desk.page.locator('.window');
  for (const [id, row] of Object.entries(REACHES)) {
    await test.step(id, async () => {
      await prepare(desk, row);
      const before = await desk.status.saved();
      await reach(desk, id, row);
      if (row.idle) await expect(desk.page.locator(`[data-did="${id}"]`).or(desk.said)).not.toHaveCount(0);
      else await expect(done, id).toHaveAttribute('data-did', id);
      const after = await desk.status.saved();
      if (!row.idle && id !== 'text.undo' && id !== 'text.redo') expect(after > before, id).toBe(row.changes === true);
      await desk.press(...(row.after ?? []));
      await backToStart(desk);
    });
  }
});

test('every command that changes the review is undone', async ({ desk }) => {
  test.setTimeout(600_000);
  await desk.open(sample());
  for (const [id, row] of Object.entries(REACHES)) {
    if (!row.changes) continue;
    await test.step(id, async () => {
      await prepare(desk, row);
      await desk.status.saved();
      const before = await picture(desk);
      await desk.change(id, () => reach(desk, id, row));
      await desk.press(...(row.after ?? []));
      await desk.undo();
      await desk.selectLines(...(row.lines ?? LINES));
      expect(await picture(desk), id).toEqual(before);
      await backToStart(desk);
    });
  }
});

/** Undoes whatever was done, until nothing is left to undo. */
async function backToStart(desk: Desk): Promise<void> {
  await desk.selectLines(...LINES);
  for (let steps = 0; steps < 9; steps++) {
    await desk.press('ControlOrMeta+z');
    const said = (await desk.said.textContent()) ?? '';
    if (said.startsWith('There is nothing to undo')) return;
  }
  throw new Error('more was done than the row says');
}
