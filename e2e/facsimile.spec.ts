/** The picture of the page beside the text: of an ALTO with an image, and of a PDF; read from the file to the click. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, writeIssue } from './kit/index.ts';
import { LOOKS } from './pages.ts';

/** Lines of one page: x, y of the upper left corner, and the words. A letter is 20 wide, a line 40 high. */
const LINES = [
  [80, 80, 'THE TOWN COUNCIL MEETS'],
  [80, 180, 'The council of the town met on Monday'],
  [80, 230, 'in the great hall, and resolved to build'],
  [80, 280, 'a bridge over the river before winter.'],
  [80, 480, 'FIRE IN THE OLD MILL'],
  [80, 580, 'A fire broke out in the old mill at noon'],
  [80, 630, 'on Tuesday. Nobody was hurt by the flames.'],
] as const;
const [WIDTH, HEIGHT] = [1000, 1400];
const boxes = LINES.map(([x, y, text]) => ({ x, y, width: text.length * 20, height: 40, text }));

const alto = `<alto><Description><MeasurementUnit>pixel</MeasurementUnit><sourceImageInformation><fileName>scan.png</fileName></sourceImageInformation></Description><Layout><Page WIDTH="${WIDTH}" HEIGHT="${HEIGHT}"><PrintSpace>${boxes
  .map(
    ({ x, y, width, height, text }) =>
      `<TextBlock><TextLine HPOS="${x}" VPOS="${y}" WIDTH="${width}" HEIGHT="${height}">${text
        .split(' ')
        .map((word) => `<String CONTENT="${word}"/>`)
        .join('<SP/>')}</TextLine></TextBlock>`,
  )
  .join('')}</PrintSpace></Page></Layout></alto>`;

/** The page as it was printed. */
const printed = `<!doctype html><style>@page { size: ${WIDTH}px ${HEIGHT}px; margin: 0 } body { margin: 0; background: #fbf8ef }
p { position: absolute; margin: 0; font: 32px/40px monospace; letter-spacing: 0.8px; white-space: pre }</style>${boxes
  .map(({ x, y, text }) => `<p style="left: ${x}px; top: ${y}px">${text}</p>`)
  .join('')}`;

/** The page behind it, in a PDF only. */
const OVERLEAF = `<p style="top: ${HEIGHT + 80}px; left: 80px">WINTER COMES EARLY</p>`;

const { theme, lang } = LOOKS[0] ?? { theme: 'light', lang: 'en' };
test.use({ theme, lang });

test('the facsimile follows the selection, a click on it goes to the line, keys zoom; an image and a PDF', async ({
  desk,
  scratch,
}) => {
  await desk.open(writeIssue(scratch, 'daily.alto.xml', alto));
  const drawing = await desk.page.context().newPage();
  await drawing.setViewportSize({ width: WIDTH, height: HEIGHT });
  await drawing.setContent(printed);
  writeFileSync(join(dirname(desk.issue), 'scan.png'), await drawing.screenshot());
  await drawing.setContent(printed + OVERLEAF);
  const pdf = await drawing.pdf({ preferCSSPageSize: true });
  await drawing.close();

  const facsimile = desk.page.locator('.facsimile');
  const view = facsimile.locator('.facsimile-view');
  const outline = facsimile.locator('.facsimile-outline');
  /** How far down the page the outline is, in percent. */
  const top = async () =>
    Number.parseFloat(/top: ([\d.]+)%/.exec((await outline.getAttribute('style')) ?? '')?.[1] ?? '');

  await test.step('an image beside an ALTO', async () => {
    await desk.lines(3, 3).select();
    await desk.page.keyboard.press('z');
    await expect(facsimile.getByRole('img')).toBeVisible();
    await expect(outline).toHaveCount(1);
    await expect.poll(top).toBeCloseTo((180 / HEIGHT) * 100, 2);
    await expect(desk).toHaveNoSeriousA11yIssue('.facsimile');
    await desk.shot(`facsimile-${theme}-${lang}`);
  });

  await test.step('a click on a line selects it in the raw text', async () => {
    const page = await facsimile.locator('.facsimile-page').boundingBox();
    if (!page) throw new Error('no page is drawn');
    const fire = boxes[4];
    if (!fire) throw new Error('no such line');
    await desk.page.mouse.click(
      page.x + (fire.x + 50) * (page.width / WIDTH),
      page.y + (fire.y + 20) * (page.height / HEIGHT),
    );
    await expect(desk.page.locator('[data-pane="raw"] [aria-selected="true"]')).toContainText('FIRE IN THE OLD MILL');
    await expect.poll(top).toBeCloseTo((480 / HEIGHT) * 100, 2);
  });

  await test.step('keys zoom, and tools are named', async () => {
    const wide = async () => (await facsimile.locator('.facsimile-page').boundingBox())?.width ?? 0;
    const before = await wide();
    await view.focus();
    await desk.page.keyboard.press('+');
    await expect.poll(wide).toBeGreaterThan(before * 1.4);
    await desk.page.keyboard.press('0');
    await expect.poll(wide).toBeLessThan(before * 1.1);
    for (const button of await facsimile.getByRole('button').all()) await expect(button).toHaveAccessibleName(/\S/);
  });

  await test.step('a PDF is drawn, and its text stands where it is printed', async () => {
    await desk.close();
    await desk.open(writeIssue(scratch, 'evening.pdf', pdf));
    await desk.lines(1, 1).select();
    await desk.page.keyboard.press('z');
    const canvas = facsimile.getByRole('img');
    await expect(canvas).toBeVisible();
    const inked = () =>
      canvas.evaluate((element) => {
        if (!(element instanceof HTMLCanvasElement)) return 0;
        const { data } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? { data: [] };
        let dark = 0;
        for (let i = 0; i < data.length; i += 4) if ((data[i + 3] ?? 0) > 0 && (data[i] ?? 255) < 100) dark++;
        return dark;
      });
    // A PDF is drawn piece by piece: it is done when it no longer changes.
    let first = 0;
    const isDone = async () => {
      const before = first;
      first = await inked();
      return first > 500 && first === before;
    };
    await expect.poll(isDone).toBe(true);
    await expect.poll(async () => Math.abs((await top()) - (80 / HEIGHT) * 100)).toBeLessThan(1.5);
    await desk.shot(`facsimile-pdf-${theme}-${lang}`);
    await view.focus();
    await desk.page.keyboard.press('PageDown');
    await expect(facsimile.getByRole('img', { name: 'Page 2' })).toBeVisible();
    await expect.poll(inked).toBeLessThan(first / 2);
    await desk.page.keyboard.press('PageUp');
    await expect.poll(inked).toBe(first);
    await desk.page.keyboard.press('z');
    await expect(facsimile).toHaveCount(0);
  });
});
