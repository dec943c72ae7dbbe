/** Every command of the table: reached by keyboard, and undone. A command without a row in commands.ts fails. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORRECTING, ELSEWHERE, REACHES, type Reach } from './commands.ts';
import { type Desk, expect, sample, test, writeIssue } from './kit/index.ts';
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

/** The second line of the second article's body. */
const LINES: readonly [number, number] = [59, 59];

async function prepare(desk: Desk, { lines = LINES, pane, before = [] }: Reach): Promise<void> {
  await desk.selectLines(...lines);
  if (pane === 'articles') await desk.press('F6');
  if (pane === 'article') await desk.editor.field('Body').first().click();
  await desk.press(...before);
}

/** At most so many choices of the palette match the label of one. */
const MATCHES = 12;

async function reach(desk: Desk, id: string, { keys }: Reach = {}): Promise<void> {
  if (keys) return desk.press(...keys);
  await desk.press('ControlOrMeta+k');
  await desk.page.keyboard.type(LABELS.get(id) ?? id);
  const marked = desk.page.getByRole('dialog').locator('[role="option"][aria-selected="true"]');
  for (let down = 0; down < MATCHES && (await marked.getAttribute('data-choice')) !== id; down++)
    await desk.press('ArrowDown');
  await desk.press('Enter');
}

/** The command was done: the window names the last one. */
const expectDid = (desk: Desk, id: string) => expect(desk.page.locator('.window'), id).toHaveAttribute('data-did', id);

/** What a person sees of the review. */
const picture = (desk: Desk) =>
  desk.page.evaluate(() => {
    const rows = [...document.querySelectorAll('[data-pane="raw"] [data-line]')];
    const owners = rows.map((row) =>
      ['data-line', 'data-article', 'data-role', 'data-starts'].map((name) => row.getAttribute(name)).join(' '),
    );
    const cards = [...document.querySelectorAll('[data-pane="articles"] [data-article]')];
    return { owners, cards: cards.map((card) => card.textContent) };
  });
type Picture = Awaited<ReturnType<typeof picture>>;

/** The rows that both pictures show (the text may have scrolled between them) are alike, and all cards. */
function expectSame(now: Picture, before: Picture, id: string): void {
  const lineOf = (owner: string) => owner.split(' ')[0];
  const shared = (a: Picture, b: Picture) => {
    const lines = new Set(b.owners.map(lineOf));
    return a.owners.filter((owner) => lines.has(lineOf(owner))).sort();
  };
  expect(shared(before, now).length, `${id}: the same lines are in view`).toBeGreaterThan(5);
  expect(shared(now, before), id).toEqual(shared(before, now));
  expect(now.cards, id).toEqual(before.cards);
}

test('each command of the table has a row here, or a spec that names it', () => {
  const correcting = ['doubt.other', 'doubt.otherAlike', ...CORRECTING.flatMap(({ ids }) => ids)];
  const known = [...Object.keys(REACHES), ...Object.keys(ELSEWHERE), ...correcting];
  expect([...LABELS.keys()].filter((id) => !known.includes(id))).toEqual([]);
  expect(known.filter((id) => !LABELS.has(id))).toEqual([]);
  for (const [id, { spec, says }] of Object.entries(ELSEWHERE))
    expect(readFileSync(join(root, 'e2e', spec), 'utf8'), id).toContain(says);
});

test('every command is reached by keyboard, and undone where it changes the review', async ({ desk }) => {
  test.setTimeout(600_000);
  await desk.open(sample());
  for (const [id, row] of Object.entries(REACHES))
    await test.step(id, async () => {
      await prepare(desk, row);
      const seq = await desk.status.saved();
      const before = row.changes ? await picture(desk) : null;
      await reach(desk, id, row);
      await expectDid(desk, id);
      if (before) await desk.status.savedAfter(seq);
      await desk.press(...(row.after ?? []));
      if (before) {
        await desk.undo();
        await desk.selectLines(...(row.lines ?? LINES));
        expectSame(await picture(desk), before, id);
      }
      for (let owed = row.prepared ?? 0; owed > 0; owed--) await desk.undo();
    });
  // Nothing more was changed than the rows say.
  await desk.press('ControlOrMeta+z');
  await expect(desk.said).toHaveText(/^There is nothing to undo/);
});

for (const { text, typed, ids } of CORRECTING)
  test(`reached and undone: ${ids.join(', ')}`, async ({ desk, scratch }) => {
    await desk.open(writeIssue(join(scratch, 'from'), 'page.txt', text));
    if (typed !== undefined) {
      await desk.editor.field('Body').first().click();
      await desk.change('type', () => desk.page.keyboard.type(typed));
      await desk.leaveEditor();
    }
    const before = await desk.editor.text('Body');
    for (const id of ids) {
      await desk.focusRaw();
      await desk.change(id, () => reach(desk, id));
      await expectDid(desk, id);
      await desk.undo();
      await desk.editor.expectText('Body', before);
    }
  });

test('the other reading of a doubt, and of all alike, is taken and undone', async ({ desk, scratch }) => {
  const [page] = CORRECTING;
  await desk.open(writeIssue(join(scratch, 'from'), 'page.txt', page?.text ?? ''));
  const before = await desk.editor.text('Body');
  for (const [key, id] of [
    ['r', 'doubt.other'],
    ['Shift+R', 'doubt.otherAlike'],
  ] as const) {
    await desk.focusRaw();
    // Not every doubt has one.
    for (let doubts = 0; doubts < MATCHES; doubts++) {
      await desk.press('d');
      if ((await desk.actOrRefusal(key)) === null) break;
    }
    await expectDid(desk, id);
    await expect.poll(() => desk.editor.text('Body'), id).not.toBe(before);
    await desk.undo();
    await desk.editor.expectText('Body', before);
  }
});
