/**
 * Long bodies. What makes them fast is asserted (a key touches one paragraph); how fast they are is printed, because a
 * machine that is shared can't promise times.
 */
import { expect, type Pane, test } from './harness.ts';

/** A body of about `characters` characters, as printed: lines of 20, a paragraph every five lines. */
function longPage(characters: number): string {
  const line = '围绕学习宣传贯彻党的二十大精神这条主线持';
  const rows = Array.from(
    { length: Math.ceil(characters / line.length) },
    (_, i) => `a1 body ${i % 5 === 0 ? '¶' : ''} ${line}`,
  );
  return rows.join('\n');
}

interface Times {
  readonly median: number;
  readonly p95: number;
}

/** Types `keys` letters and gives the milliseconds from each key to the frame after its picture. */
async function typed(pane: Pane, keys: number): Promise<Times> {
  await pane.page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp))),
      { capture: true },
    );
  });
  for (let i = 0; i < keys; i++) {
    await pane.press('x');
    await pane.rest();
  }
  const times = await pane.page.evaluate(() => (window as unknown as { times: number[] }).times.sort((a, b) => a - b)); // set above
  return { median: times[Math.floor(times.length / 2)] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}

for (const characters of [20_000, 100_000]) {
  test(`a body of ${characters} characters`, async ({ pane }) => {
    test.setTimeout(180_000);
    const started = Date.now();
    await pane.open(longPage(characters));
    await pane.rest();
    const opened = Date.now() - started;
    const body = pane.field('Body');
    await body.evaluate((box) => {
      const paragraph = box.children[Math.floor(box.children.length / 2)];
      paragraph?.scrollIntoView({ block: 'center' });
      const node = paragraph && document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
      (box as HTMLElement).focus();
      if (node) document.getSelection()?.collapse(node, 10);
    });
    await pane.rest();
    await body.evaluate((box) => {
      const touched = new Set<Node>();
      new MutationObserver((records) => {
        for (const { target } of records) {
          let node: Node | null = target;
          while (node && node.parentNode !== box) node = node.parentNode;
          touched.add(node ?? box);
        }
      }).observe(box, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { touched });
    });
    const times = await typed(pane, 30);
    process.stdout.write(
      `${characters} characters: opened in ${opened} ms; key to paint ${times.median.toFixed(0)} ms, p95 ${times.p95.toFixed(0)} ms\n`,
    );
    expect(await pane.page.evaluate(() => (window as unknown as { touched: Set<Node> }).touched.size)).toBe(1); // set above
    const { body: said } = await pane.expectAgreement();
    expect(said).toContain('x'.repeat(30));
    await pane.press('Enter');
    await pane.ime.type('zi', '字');
    expect((await pane.expectAgreement()).body).toContain('x\n字');
    await pane.press('Control+z');
    await pane.expectAgreement();
  });
}
