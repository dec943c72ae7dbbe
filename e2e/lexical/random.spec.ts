/**
 * Long random editing by keys, input method, clipboard and undo: after each act the screen and the review say the same,
 * the review keeps its laws and the raw text stays. GALLEY_RANDOM_ACTS sets the number of acts (1,500 by hand).
 */
import { expect, type Pane, test } from './harness.ts';

const ACTS = Number(process.env.GALLEY_RANDOM_ACTS ?? 200);
/** Seeds that are always run. One that ever failed stays. */
const SEEDS = (process.env.GALLEY_RANDOM_SEEDS ?? '1,20261125').split(',').map(Number);

const PAGE = `
  a1 body      本报讯 （记者 冯海砚） 近日，记者在全
  a1 body      市妇女工作会上获悉，今年全市妇女工作。
  a1 body    ¶ 围绕学习宣传贯彻，持续强化𠮷野家思想
  a1 body      政治引领。
  a1 body    ¶ They spent Thurs-
  a1 body      day in Ottawa and went  home
  a1 headline  全市妇女工作会召开
  a1 headline  第二行
`;

/** Numbers from 0 up to (not with) `n`, the same for the same seed. */
function dice(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

const TEXTS = ['a', 'b ', '字', '，', '𠮷', '𡮷𠮸', '词语', 'Word', ' ', '一\n二'];
const KEYS = [
  'Backspace',
  'Backspace',
  'Delete',
  'Enter',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'Control+Home',
  'Control+End',
  'Shift+ArrowLeft',
  'Shift+ArrowRight',
  'Shift+ArrowDown',
  'Control+Backspace',
  'Control+Delete',
  'Control+z',
  'Control+z',
  'Control+Shift+z',
] as const;

async function act(pane: Pane, roll: (n: number) => number): Promise<string> {
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T; // the list is not empty
  switch (roll(8)) {
    case 0: {
      const [x, y] = [roll(1000), roll(1000)];
      await pane.field('Body').evaluate(
        (box, [p, o]) => {
          const paragraph = box.children[p % box.children.length];
          const node = paragraph && document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
          if (node) document.getSelection()?.collapse(node, o % ((node.nodeValue?.length ?? 0) + 1));
          (box as HTMLElement).focus();
        },
        [x, y] as const,
      );
      return `caret ${x} ${y}`;
    }
    case 1: {
      const text = pick(TEXTS).replace('\n', '');
      await pane.ime.compose('zi');
      if (roll(3) === 0) {
        await pane.ime.cancel();
        return 'compose, cancel';
      }
      await pane.ime.commit(text);
      return `compose ${text}`;
    }
    case 2: {
      const text = pick(TEXTS);
      await pane.field(roll(4) === 0 ? 'Headline' : 'Body').evaluate((box, given) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', given);
        clipboardData.setData('text/html', `<b>${given}</b>`);
        (box as HTMLElement).focus();
        box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, text);
      return `paste ${JSON.stringify(text)}`;
    }
    case 3:
    case 4: {
      const text = pick(TEXTS).replace('\n', '');
      await pane.page.keyboard.insertText(text);
      return `type ${text}`;
    }
    default: {
      const key = pick(KEYS);
      await pane.press(key);
      return key;
    }
  }
}

/** What differs, on the screen and in the review, but for what an editor may leave open while the caret is there. */
function differences(pane: Pane): Promise<{ raw: string; broken: readonly string[]; differ: readonly string[] }> {
  return pane.page.evaluate(async () => {
    await new Promise<void>((done) => requestAnimationFrame(() => done()));
    const says = window.harness.says();
    const tidy = (text: string) =>
      text
        .split('\n')
        .map((p) => p.trim())
        .filter((p) => p !== '')
        .join('\n');
    const differ = ['Headline', 'Body', 'Lede', 'Subhead'].flatMap((name) => {
      const box = document.querySelector(`[role="textbox"][aria-label="${name}"]`);
      const shown = [...(box?.children ?? [])].map((p) => p.textContent).join('\n');
      const said = says[name.toLowerCase() as 'headline'];
      return tidy(shown) === tidy(said)
        ? []
        : [`${name}: shown ${JSON.stringify(shown)}, said ${JSON.stringify(said)}`];
    });
    return { raw: window.harness.raw(), broken: window.harness.broken(), differ };
  });
}

for (const seed of SEEDS) {
  test(`${ACTS} random acts, seed ${seed}`, async ({ pane }) => {
    test.setTimeout(60_000 + ACTS * 400);
    await pane.open(PAGE);
    const raw = await pane.raw();
    const roll = dice(seed);
    const done: string[] = [];
    await pane.field('Body').click();
    for (let i = 0; i < ACTS; i++) {
      done.push(await act(pane, roll));
      const now = await differences(pane);
      const story = done.slice(-12).join(' · ');
      expect(now.differ, `after act ${i}: ${story}`).toEqual([]);
      expect(now.broken, `after act ${i}: ${story}`).toEqual([]);
      expect(now.raw === raw, `the raw text stays: ${story}`).toBe(true);
    }
    await pane.field('Kicker').focus();
    await pane.expectAgreement();
  });
}
