/** Dragging on the bands of the raw text: the same edits as by keyboard, the target shown, Esc cancels. */
import type { Locator } from '@playwright/test';
import { type Desk, expect, sample, test } from './kit/index.ts';

/** Lines of the sample: the second article's body begins at 57, right after the first one's headline. */
const START = 57;
const THIRD = 61;

/** A point on the band of a row: its upper edge, where the boundary is, or its middle. */
async function band(row: Locator, where: 'edge' | 'middle') {
  const box = await row.locator('.band').boundingBox();
  if (!box) throw new Error('the row is not drawn');
  return { x: box.x + box.width / 2, y: box.y + (where === 'edge' ? 3 : box.height * 0.7) };
}

async function drag(desk: Desk, from: number, where: 'edge' | 'middle', to: number): Promise<void> {
  const { mouse } = desk.page;
  // Both ends well inside the pane: near its edges a drag scrolls.
  await desk.raw.line(to + 20);
  const start = await band(await desk.raw.line(from), where);
  await mouse.move(start.x, start.y);
  await mouse.down();
  const end = await band(desk.raw.row(to), 'middle');
  await mouse.move(end.x, (start.y + end.y) / 2);
  await mouse.move(end.x, end.y);
}

const owners = (desk: Desk) => Promise.all([START, 59, THIRD].map((line) => desk.raw.owner(line)));

test.beforeEach(({ desk }) => desk.open(sample()));

test('a boundary is dragged to another line, as Alt and an arrow would nudge it; Esc cancels', async ({ desk }) => {
  const before = await owners(desk);
  const seq = await desk.status.saved();
  await drag(desk, START, 'edge', THIRD);
  await expect(desk.page.locator('.drop-line')).toBeVisible();
  await desk.press('Escape');
  await expect(desk.page.locator('.drop-line')).toHaveCount(0);
  await desk.page.mouse.up();
  expect(await owners(desk)).toEqual(before);
  expect(await desk.status.saved()).toBe(seq);

  await desk.change('drag the boundary', async () => {
    await drag(desk, START, 'edge', THIRD);
    await expect(desk.page.locator('.drop-line')).toHaveAttribute('data-drop', 'boundary');
    await desk.shot('dragging');
    await desk.page.mouse.up();
  });
  await expect(desk.page.locator('.drop-line')).toHaveCount(0);
  const dragged = await owners(desk);
  expect(dragged).not.toEqual(before);
  expect(dragged[2]).toEqual(before[2]);
  await expect(desk.said).toContainText(`line ${THIRD}`);
  await desk.undo();
  expect(await owners(desk)).toEqual(before);

  await desk.selectLines(START);
  await desk.act('Alt+ArrowDown');
  await desk.selectLines(59);
  await desk.act('Alt+ArrowDown');
  expect(await owners(desk)).toEqual(dragged);
});

test('a head is dragged to another body by its band; several places are selected for one act', async ({ desk }) => {
  const target = (await desk.raw.owner(START)).articles;
  const head = await desk.raw.owner(56);
  expect(head.articles).not.toEqual(target);
  await desk.change('drag the head', async () => {
    await drag(desk, 56, 'middle', 59);
    await expect(desk.page.locator('.drop-line')).toHaveAttribute('data-drop', 'link');
    await desk.page.mouse.up();
  });
  expect(await desk.raw.owner(56)).toEqual({ articles: target, role: head.role });
  await desk.undo();
  expect(await desk.raw.owner(56)).toEqual(head);

  // Ctrl and a click select several places, which one act takes.
  const lines = [START, THIRD];
  await desk.selectLines(START);
  const text = (await desk.raw.line(THIRD)).locator('[data-text]').first();
  await text.click({ modifiers: ['ControlOrMeta'], position: { x: 8, y: 6 } });
  await desk.act('x', 'f');
  for (const line of lines) expect(await desk.raw.owner(line)).toEqual({ articles: [], role: 'furniture' });
  expect((await desk.raw.owner(59)).role).toBe('body');
});
