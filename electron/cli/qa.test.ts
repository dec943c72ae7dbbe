import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../qa/report.ts';
import { documentOf } from '../qa/testing/documents.ts';
import { galley } from './testing/run.ts';

const sample = readFileSync(join(import.meta.dirname, '../../resources/samples/qinghe-daily.txt'));

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'galley-qa-'));
  writeFileSync(join(folder, 'one.txt'), sample);
  const { articles } = await documentOf(sample, 'one.txt');
  const rows = articles.flatMap((article, i) =>
    article.parts.flatMap((part) =>
      part.lines.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, k) => `${a + k}\tg${i}\t${part.role}`)),
    ),
  );
  writeFileSync(join(folder, 'one.gold.tsv'), rows.join('\n'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const report = (name = 'galley-qa.json') => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Report;

describe('galley qa', () => {
  it('scores a batch and writes a page, JSON and JUnit', async () => {
    const { code, out } = await galley(folder, ['qa', '.']);
    expect(code).toBe(0);
    expect(out).toContain('1 issues, 0 of them reviewed');
    expect(report().figures?.exactArticles.value).toBe(1);
    expect(report().figures?.effortPerArticle.value).toBe(0);
    expect(readFileSync(join(folder, 'galley-qa.html'), 'utf8')).toContain('one.txt');
    expect(readFileSync(join(folder, 'galley-qa.xml'), 'utf8')).toContain('failures="0"');
  });

  it('says what a wrong proposal costs', async () => {
    const gold = join(folder, 'one.gold.tsv');
    writeFileSync(gold, readFileSync(gold, 'utf8').replaceAll('\tg1\t', '\tg0\t'));
    await galley(folder, ['qa', '.']);
    expect(report().figures?.exactArticles.value).toBeLessThan(1);
    expect(report().issues[0]?.effort).toBeGreaterThan(0);
    expect(readFileSync(join(folder, 'galley-qa.xml'), 'utf8')).toContain('no article has exactly these lines');
  });

  it('goes on after an issue that can not be read, and fails', async () => {
    writeFileSync(join(folder, 'empty.txt'), '');
    const { code, out } = await galley(folder, ['qa', '.']);
    expect(code).toBe(1);
    expect(out).toContain('empty.txt: ');
    expect(report().issues).toHaveLength(1);
  });

  it('tells articles that differ from an earlier report, each with a link to it beside the gold', async () => {
    await galley(folder, ['qa', '.', '--out', 'old.html']);
    const old = report('old.json');
    const [issue] = old.issues;
    const [first] = issue?.articles ?? [];
    if (!issue || !first) throw new Error('there is no article');
    const without = { ...old, issues: [{ ...issue, articles: issue.articles.slice(1) }] };
    writeFileSync(join(folder, 'old.json'), JSON.stringify(without));
    const { out } = await galley(folder, ['qa', '.', '--against', 'old.json']);
    expect(out).toContain('1 articles gained, 0 lost, 0 changed');
    const page = readFileSync(join(folder, 'galley-qa.html'), 'utf8');
    const [, link] = /<td>gained<\/td><td><\/td><td><a href="#([^"]+)">/.exec(page) ?? [];
    expect(page).toContain(`<td id="${link}">`);

    // The same, of two reports.
    const both = await galley(folder, ['qa', 'galley-qa.json', '--against', 'old.json', '--out', 'both.html']);
    expect(both.code).toBe(0);
    expect(report('both.json').against).toEqual(report().against);
  });

  it('compares with a report of 0.2, and says which issues only one is about', async () => {
    await galley(folder, ['qa', '.', '--out', 'old.html']);
    const { scripts, goldFrom, ...old } = report('old.json');
    const [issue] = old.issues;
    const other = { ...issue, name: 'other.txt' };
    writeFileSync(join(folder, 'old.json'), JSON.stringify({ ...old, schema: 'galley-qa/1', issues: [other] }));
    const { out } = await galley(folder, ['qa', '.', '--against', 'old.json']);
    expect(out).toContain('only there: other.txt; only here: one.txt');
  });

  it('scores against a second reader', async () => {
    await galley(folder, ['export', 'one.txt', '--format', 'json', '--out', 'theirs']);
    const { out } = await galley(folder, ['qa', '.', '--reader', 'theirs']);
    expect(report().goldFrom).toBe('second reader');
    expect(report().figures?.exactArticles.value).toBe(1);
    expect(out).toContain('articles with exactly the right lines');
    writeFileSync(join(folder, 'theirs', 'one.json'), '{}');
    const bad = await galley(folder, ['qa', '.', '--reader', 'theirs']);
    expect(bad.code).toBe(1);
    expect(bad.out).toContain('no document of Galley');
  });

  it('makes the folder that it writes to, and says when it can not', async () => {
    expect((await galley(folder, ['qa', '.', '--out', 'new/reports/one.html'])).code).toBe(0);
    expect(report('new/reports/one.json').folder).toBe(basename(folder));
    const { code, err } = await galley(folder, ['qa', '.', '--out', 'one.txt/report.html']);
    expect(code).toBe(1);
    expect(err.join()).toMatch(/one\.txt\/report\.html: [^\n]*written/);
  });

  it('never takes the place of a report that it compares', async () => {
    await galley(folder, ['qa', '.']);
    const before = readFileSync(join(folder, 'galley-qa.json'));
    const { code, err } = await galley(folder, ['qa', '.', '--against', 'galley-qa.json']);
    expect(code).toBe(2);
    expect(err.join()).toContain('would take the place of galley-qa.json; name another file: --out FILE.');
    expect(readFileSync(join(folder, 'galley-qa.json'))).toEqual(before);
  });

  it.each([
    [['qa', '.', '--limit', '3'], '--limit is one of'],
    [['qa', '.', '--by', 'mood'], '--by is one of'],
    [['qa', '.', '--sample', '0'], '--sample is a number from 1.'],
    [['qa', 'a', 'b'], 'Name one folder, or one report.'],
    [['qa', 'a.json'], 'Name the report to compare with'],
    [['qa', '.', '--host', 'both'], '--host is one of node, electron'],
  ])('refuses %j', async (args, sentence) => {
    const { code, err } = await galley(folder, args);
    expect(code).toBe(2);
    expect(err.join()).toContain(sentence);
  });

  it('refuses what is no report and no verdict', async () => {
    writeFileSync(join(folder, 'none.json'), '{}');
    const script = await galley(folder, ['qa', '.', '--script', 'none.review.ts']);
    expect(script.err.join()).toContain('There is no such script.');
    expect((await galley(folder, ['qa', '.', '--against', 'none.json'])).err.join()).toContain('This is no report');
    writeFileSync(join(folder, 'verdicts.tsv'), 'one.txt\tfirst\tright\n');
    const { err } = await galley(folder, ['qa', '.', '--limit', '4', '--verdicts', 'verdicts.tsv']);
    expect(err.join()).toContain('line 1 is not');
  });
});

const corpus = join(import.meta.dirname, '../../../shared/corpus');

describe.skipIf(!existsSync(corpus))('over the corpora (skipped where ../shared is absent)', () => {
  it.each(['seed', 'real-en'])('%s is scored, and what is worst stands side by side', async (set) => {
    const { code } = await galley(folder, ['qa', join(corpus, set)]);
    expect(code).toBe(0);
    const { issues, figures } = report();
    expect(issues.length).toBeGreaterThan(0);
    expect(figures?.bcubed.value).toBeGreaterThan(0.5);
    const page = readFileSync(join(folder, 'galley-qa.html'), 'utf8');
    const wrong = issues.reduce((all, { wanted, exact }) => all + (wanted ?? 0) - (exact ?? 0), 0);
    expect(readFileSync(join(folder, 'galley-qa.xml'), 'utf8').match(/<failure /g) ?? []).toHaveLength(wrong);
    const shown = page.match(/<h2 id="issue-/g)?.length ?? 0;
    expect(shown).toBe(Math.min(10, issues.filter(({ effort }) => (effort ?? 0) > 0).length));
  });
});
