/** A review done by hand becomes a script; the script, replayed, ends with the same articles. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Desk, expect, sample, test } from './kit/index.ts';
import { LOOKS, PAGES } from './pages.ts';

const root = resolve(import.meta.dirname, '..');
const cli = join(resolve(root, process.env.GALLEY_DIST ?? 'dist'), 'electron', 'cli.js');

/** Scripts import `galley/kit`, so they lie where that is installed: in the checkout, out of git's sight. */
const folder = join(root, `test-results-scripts-${process.pid}`);
test.beforeAll(() => mkdirSync(folder, { recursive: true }));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Output and exit code of a `galley` command, its data where the desk has its own. */
async function galley(data: string, ...args: readonly string[]) {
  const env = { ...process.env, GALLEY_DATA: data, FORCE_COLOR: '0' };
  try {
    return { ...(await promisify(execFile)(process.execPath, [cli, ...args], { cwd: root, env })), code: 0 };
  } catch (error) {
    return error as { stdout: string; stderr: string; code: number };
  }
}

/** One of everything that a person does to a page. */
async function review(desk: Desk): Promise<void> {
  await desk.articleAt({ line: 59 }).moveStart({ line: 61 });
  await desk.line(152).outside('ad');
  await desk.line(152).giveTo(desk.articleAt({ line: 1 }));
  await desk.undo();
  const made = await desk.lines(65, 67).newArticle();
  await made.setHeadline('补上的标题');
  await desk
    .articleAt({ line: 1 })
    .type({ after: (await desk.articleAt({ line: 1 }).text('Body')).slice(0, 4), with: '改' });
  await desk.articleAt({ line: 1 }).addCredit({ role: '记者', name: '冯海砚' });
  await desk.line(13).toggleParagraph();
  await desk.articleNumber(3).moveBefore(desk.articleNumber(1));
  await desk.setMasthead('paper', '清河日报');
  await desk.articleAt({ line: 1 }).settle();
}

test('a review of the sample is recorded and replayed', async ({ desk, scratch }) => {
  test.setTimeout(300_000);
  await desk.open(sample());
  await review(desk);
  const { articles } = await desk.document();
  await desk.command('desk.saveScript');
  await expect(desk.said).toHaveText('The review was saved as qinghe-daily.review.ts.');
  const fromWindow = readFileSync(join(dirname(desk.issue), 'qinghe-daily.review.ts'), 'utf8');
  await desk.close();
  const script = join(folder, 'sample.review.ts');
  const recorded = await galley(join(scratch, 'data'), 'record', desk.issue, '--out', script);
  expect(recorded.stderr).toBe('');
  const text = readFileSync(script, 'utf8');
  const steps = (whole: string) => whole.slice(whole.indexOf('desk.articleAt'));
  expect(steps(text)).toBe(steps(fromWindow));
  expect(text).toContain("desk.line(152).outside('ad')");
  expect(text).toContain('desk.undo()');
  expect(text).toContain("setHeadline('补上的标题')");
  expect(text.match(/headline:/g)).toHaveLength(articles.length);
  expect(text).not.toMatch(/\ba-[a-z2-7]{8}\b/);

  const replayed = await galley(join(scratch, 'replayed'), 'replay', script);
  expect(replayed.stdout + replayed.stderr).toContain('1 passed');
  expect(replayed.code).toBe(0);

  writeFileSync(
    script,
    text.replaceAll("'补上的标题'", "'另一个标题'").replace("headline: '另一个标题'", "headline: '补上的标题'"),
  );
  const other = await galley(join(scratch, 'other'), 'replay', script);
  expect(other.code).toBe(1);
  expect(other.stdout).toContain('should be headed “补上的标题”');
});

test('an issue without a review has no script', async ({ scratch }) => {
  const none = await galley(join(scratch, 'data'), 'record', sample());
  expect(none.code).toBe(1);
  expect(none.stderr).toContain('There is no review of this issue yet.');
});

for (const { theme, lang } of LOOKS)
  test.describe(`${theme}, ${lang}`, () => {
    test.use({ theme, lang });
    const page = PAGES[0];
    test('the kit acts alike in every theme and language', async ({ desk }) => {
      if (!page) throw new Error('there is no page to act on');
      await desk.open(page.path);
      const [first, second] = page.second.lines;
      await desk.articleAt({ line: first }).moveStart({ line: second });
      await desk.articleAt({ line: page.first.body }).setHeadline('改过的标题');
      await desk.line(page.photo).outside('unreadable');
      await expect(desk).toConserve();
      await expect(desk).toBeSaved();
    });
  });
