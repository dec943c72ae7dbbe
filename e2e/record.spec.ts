/** A review done by hand becomes a script; the script, replayed, ends with the same articles. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { galley, scriptsFolder } from './galley.ts';
import { type Desk, expect, sample, test } from './kit/index.ts';
import { LOOKS } from './pages.ts';
import { hasSeed, SEED } from './seed.ts';

const { folder, make, remove } = scriptsFolder('scripts');
test.beforeAll(make);
test.afterAll(remove);

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
  test.setTimeout(600_000);
  await desk.open(sample());
  await review(desk);
  const { articles } = await desk.document();
  await desk.command('desk.saveScript');
  await expect(desk.said).toHaveText('The review was saved as qinghe-daily.review.ts.');
  const fromWindow = readFileSync(join(dirname(desk.issue), 'qinghe-daily.review.ts'), 'utf8');
  await desk.close();
  const script = join(folder, 'sample.review.ts');
  const recorded = await galley(['record', desk.issue, '--out', script], join(scratch, 'data'));
  expect(recorded.stderr).toBe('');
  const text = readFileSync(script, 'utf8');
  const steps = (whole: string) => whole.slice(whole.indexOf('desk.articleAt'));
  expect(steps(text)).toBe(steps(fromWindow));
  expect(text).toContain("desk.line(152).outside('ad')");
  expect(text).toContain('desk.undo()');
  expect(text).toContain("setHeadline('补上的标题')");
  expect(text.match(/headline:/g)).toHaveLength(articles.length);
  expect(text).not.toMatch(/\ba-[a-z2-7]{8}\b/);

  // Beside it one that lacks its steps: what differs at the end is told as articles.
  const other = join(folder, 'other.review.ts');
  const [opening, ending] = [
    text.indexOf('  await desk.articleAt'),
    text.indexOf('  await expect(desk).toHaveArticles'),
  ];
  writeFileSync(other, `${text.slice(0, opening)}${text.slice(ending)}`);
  const replayed = await galley(['replay', script, other, '--theme', 'dark', '--lang', 'zh']);
  expect(replayed.stdout + replayed.stderr).toMatch(/1 failed[\s\S]*1 passed/);
  expect(replayed.code).toBe(1);
  expect(replayed.stdout).toMatch(/other\.review\.ts[\s\S]*should be headed “补上的标题”/);
});

test('an issue without a review has no script', async ({ scratch }) => {
  const none = await galley(['record', sample()], join(scratch, 'data'));
  expect(none.code).toBe(1);
  expect(none.stderr).toContain('There is no review of this issue yet.');
});

test('a recorded review of the seed page is replayed in each theme and language', async ({ desk, scratch }) => {
  test.skip(!hasSeed, 'the seed page is no part of the project, and ../shared/corpus is not beside this checkout');
  test.setTimeout(600_000);
  await desk.open(SEED);
  await desk.articleAt({ line: 374 }).moveStart({ line: 378 });
  await desk.articleAt({ line: 1 }).setHeadline('改过的标题');
  await desk.line(631).outside('unreadable');
  await desk.articleAt({ line: 473 }).addCredit({ role: '记者', name: '冯海砚' });
  await desk.articleNumber(2).mergeInto(desk.articleNumber(1));
  await expect(desk).toConserve();
  await desk.close();
  const script = join(folder, 'seed.review.ts');
  expect((await galley(['record', desk.issue, '--out', script], join(scratch, 'data'))).stderr).toBe('');
  const scripts = LOOKS.map(({ theme, lang }) => {
    const look = join(folder, `seed-${theme}-${lang}.review.ts`);
    const use = `\ntest.use({ theme: '${theme}', lang: '${lang}' });\n\ntest(`;
    writeFileSync(look, readFileSync(script, 'utf8').replace('\ntest(', use));
    return look;
  });
  const replayed = await galley(['replay', ...scripts]);
  expect(replayed.stdout + replayed.stderr).toContain(`${LOOKS.length} passed`);
});
