/** The review kit on the sample issue: what its scripts say happens, and what can't be done is said in words. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, sample, test } from './kit/index.ts';

test.beforeEach(({ desk }) => desk.open(sample()));

test('places are lines: an article starts at another line, and back; lines are given', async ({ desk }) => {
  const upper = await desk.articleAt({ line: 1 }).id();
  await desk.articleAt({ line: 59 }).moveStart({ line: 61 });
  expect(await desk.line(57).owner()).toMatchObject({ articles: [upper] });
  await desk.articleAt({ line: 61 }).moveStart({ line: 57 });
  expect((await desk.line(57).owner()).articles).not.toContain(upper);
  await expect(desk).toConserve();
  await expect(desk).toBeSaved();

  // Lines get roles, go outside and to other articles.
  await desk.line(152).outside('ad');
  expect(await desk.line(152).owner()).toEqual({ articles: [], role: 'ad' });
  const target = desk.articleAt({ line: 1 });
  await desk.line(152).giveTo(target);
  expect(await desk.line(152).owner()).toEqual({ articles: [await target.id()], role: 'body' });
  await desk.line(152).role('caption');
  expect((await desk.line(152).owner()).role).toBe('caption');
  await desk.undo();
  expect((await desk.line(152).owner()).role).toBe('body');
});

test('a headline is set, and supplied where there is none; text, credits, articles', async ({ desk }) => {
  const first = desk.articleAt({ line: 1 });
  await first.setHeadline('冬天到了');
  expect(await first.headline()).toBe('冬天到了');
  const made = await desk.lines(59, 61).newArticle();
  await made.setHeadline('补上的标题');
  expect(await made.headline()).toBe('补上的标题');
  expect(await desk.article('补上的标题').number()).toBeGreaterThan(1);

  // Text is corrected, credits are named, articles are merged and settled.
  const article = desk.articleAt({ line: 1 });
  const opening = (await article.text('Body')).slice(0, 2);
  await article.type({ replace: opening, with: '改正' });
  expect((await article.text('Body')).slice(0, 2)).toBe('改正');
  await article.addCredit({ role: '记者', name: '冯海砚' });
  expect((await article.credits()).at(-1)).toContain('冯海砚');
  await article.removeCredit('冯海砚');
  const count = (await desk.articles()).length;
  await desk.articleNumber(2).mergeInto(desk.articleNumber(1));
  expect(await desk.articles()).toHaveLength(count - 1);
  await desk.articleNumber(1).settle();
  expect(await desk.articleNumber(1).state()).toBe('settled');
});

test('what the review should have is said as articles', async ({ desk, scratch }) => {
  const document = await desk.document();
  await expect(desk).toHaveArticles(document.articles.map(({ headline }) => ({ headline })));
  const failed = await expect(desk)
    .toHaveArticles([{ headline: '没有这个标题', lines: [[1, 2]] }])
    .catch((error: Error) => error.message);
  expect(failed).toContain(`there are ${document.articles.length} articles, 1 are wanted`);
  expect(failed).toContain('should be headed “没有这个标题”');

  // A gold file that agrees, and one that does not.
  const { articles } = document;
  const rows = articles.flatMap((article, i) =>
    article.parts.flatMap((part) =>
      part.lines.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, k) => `${a + k}\tg${i}\t${part.role}`)),
    ),
  );
  const gold = join(scratch, 'issue.gold.tsv');
  writeFileSync(gold, rows.join('\n'));
  await expect(desk).toMatchGold(gold);
  writeFileSync(gold, rows.join('\n').replaceAll('\tg1\t', '\tg0\t'));
  await expect(expect(desk).toMatchGold(gold)).rejects.toThrow(/is not there as one/);
});

test('what can not be is said in words', async ({ desk }) => {
  await expect(desk.article('没有这样的标题').show()).rejects.toThrow(
    /no article is headed “没有这样的标题”; there are: /,
  );
  await expect(desk.articleContaining('没有这样的文字').show()).rejects.toThrow('does not stand in this issue');
  await expect(desk.articleNumber(99).settle()).rejects.toThrow(/there is no article 99; the issue has \d+/);
  await expect(desk.undo()).rejects.toThrow('undo: There is nothing to undo');
  await expect(desk.line(9999).role('headline')).rejects.toThrow('line 9999 is not in this issue, which has');
  await expect(desk.articleNumber(3).mergeInto(desk.articleNumber(1))).rejects.toThrow('not neighbours');
  await expect(desk.articleNumber(1).type({ replace: '没有', after: '没有这', with: '' })).rejects.toThrow(
    'has no “没有这没有”',
  );
});

test('doubts are walked and settled; the window has no serious fault of accessibility', async ({ desk }) => {
  const doubt = await desk.doubts.next();
  if (doubt === null) throw new Error('the proposal of the sample has no doubt to settle');
  expect(doubt.sentence.length).toBeGreaterThan(3);
  const seq = await desk.status.seq();
  await doubt.accept();
  expect(await desk.status.seq()).toBeGreaterThan(seq);
  await expect(desk).toHaveNoSeriousA11yIssue();
});
