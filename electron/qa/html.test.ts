import { describe, expect, it } from 'vitest';
import { elementsOf, parseXml, textOf, type XmlElement } from '../export/testing/xml.ts';
import { holdable } from '../export/xml-text.ts';
import { coarse } from './articles.ts';
import { htmlOf } from './html.ts';
import { comparedWith, type Report } from './report.ts';
import { article, EVIDENCE, HOSTILE, issue, PLAIN, WHOLE } from './testing/report.ts';
import { summaryOf } from './words.ts';

/** The page is written so that a parser of XML reads it too: strictly, to the last tag. */
const elements = (report: Report, evidence = EVIDENCE): readonly XmlElement[] =>
  elementsOf(parseXml(htmlOf(report, evidence).replace(/^<!doctype html>/, '')));

const named = (all: readonly XmlElement[], name: string) => all.filter((element) => element.name === name);

/** Rows of the table after the heading that begins so, as the texts of their cells. */
function rowsAfter(all: readonly XmlElement[], heading: string): readonly (readonly string[])[] {
  const at = all.findIndex((element) => element.name === 'h2' && textOf(element).startsWith(heading));
  const table = at < 0 ? undefined : all.slice(at).find(({ name }) => name === 'table');
  return named(table ? elementsOf(table) : [], 'tr').map((row) =>
    row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [marked(cell)])),
  );
}

const marked = (cell: XmlElement): string => {
  const differs = elementsOf(cell).some(({ attributes }) => attributes.class === 'differs');
  return `${differs ? '≠ ' : ''}${textOf(cell)}`;
};

const against = (before: Report, now: Report, isCoarse = false): Report => comparedWith(now, { ...before, isCoarse });

describe('the page of a report', () => {
  it('is one sound page that runs nothing and loads nothing from outside, whatever names and headlines hold', () => {
    const all = elements(WHOLE);
    for (const { name, attributes } of all) {
      expect(['script', 'iframe', 'object', 'embed', 'form', 'base', 'link']).not.toContain(name);
      for (const [key, value] of Object.entries(attributes)) {
        expect(key).not.toMatch(/^on/i);
        if (key === 'href' || key === 'src') expect(value).toMatch(/^(?:#|data:image\/png;|data:application\/zip;)/);
      }
    }
    const [policy] = named(all, 'meta').filter(({ attributes }) => attributes['http-equiv']);
    expect(policy?.attributes.content).toContain("default-src 'none'");
  });

  it('shows hostile text as it is', () => {
    const all = elements(WHOLE);
    const shown = holdable(HOSTILE);
    expect(named(all, 'h1').map(textOf)).toEqual([`Galley QA: ${shown}`]);
    expect(named(all, 'pre').map(textOf)).toEqual([shown]);
    expect(rowsAfter(all, 'Acceptance')[1]).toEqual([shown, '1', shown, 'doubts passed over', 'wrong']);
    expect(rowsAfter(all, 'Issues').at(-1)?.slice(0, 2)).toEqual([shown, shown]);
    expect(rowsAfter(all, `${shown}.txt`)[1]?.slice(1)).toEqual([
      '',
      `≠ ${shown} [1–5] · ${shown}`,
      `[1–4] · ${shown}`,
    ]);
  });

  it('leads by each of its links to a place that it has, once', () => {
    const all = elements(WHOLE);
    const ids = all.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = named(all, 'a').flatMap(({ attributes }) => attributes.href ?? []);
    const within = links.filter((href) => href.startsWith('#')).map((href) => href.slice(1));
    expect(within.length).toBeGreaterThan(5);
    for (const id of within) expect(ids).toContain(id);
  });

  it('shows of a failed script its words, its steps, the window and a trace', () => {
    const all = elements(WHOLE);
    const steps = named(all, 'li').map((step) => [textOf(step), step.attributes.class]);
    expect(steps).toEqual([
      ['open a.txt', undefined],
      [holdable(HOSTILE), 'failed'],
    ]);
    expect(named(all, 'img')[0]?.attributes.src).toBe('data:image/png;base64,iVBORw0KGgo=');
    expect(htmlOf(WHOLE, EVIDENCE)).toContain('href="data:application/zip;base64,UEsDBA=="');
    expect(named(elements(WHOLE, []), 'img')).toEqual([]);
  });
});

describe('side by side', () => {
  it('stand the worst first, and none that needs nothing', () => {
    const report = { ...PLAIN, issues: [issue('a.txt'), issue('b.txt', { effort: 0 }), issue('c.txt', { effort: 9 })] };
    const headings = named(elements(report), 'h2').map(textOf);
    expect(headings).toEqual(['Figures', 'Issues', 'c.txt', 'a.txt']);
  });

  it('an article stands beside the one that it stands for, though it begins elsewhere', () => {
    expect(rowsAfter(elements(PLAIN), 'a.txt')).toEqual([
      ['proposed', 'reviewed', 'gold'],
      ['', '≠ one [1–5]', 'one [1–4]'],
      ['≠ one [1–9]', '≠ two [6–9]', 'two [5–9]'],
    ]);
  });

  it('what agrees with the gold is not marked; what the gold does not say can not be wrong', () => {
    const articles = [
      article('全市妇女 工作会', 1, 4, '冯海砚'),
      article('other', 5, 9),
      article('third', 10, 12, 'A'),
    ];
    const goldArticles = [
      article('全市妇女工作会', 1, 4, '冯海砚'),
      { lines: [[5, 9]] as const, bylines: [] },
      article('third', 10, 12, 'B'),
    ];
    const report = { ...PLAIN, issues: [issue('a.txt', { reviewed: false, articles, goldArticles })] };
    expect(rowsAfter(elements(report), 'a.txt')).toEqual([
      ['proposed', 'gold'],
      ['全市妇女 工作会 [1–4] · 冯海砚', '全市妇女工作会 [1–4] · 冯海砚'],
      ['other [5–9]', '[5–9]'],
      ['≠ third [10–12] · A', 'third [10–12] · B'],
    ]);
  });

  it('without gold stand the issues whose review is not the proposal', () => {
    const none = { goldArticles: null, exact: null, wanted: null, effort: null };
    const same = { proposedArticles: [article('one', 1, 9)], articles: [article('one', 1, 9)] };
    const report = { ...PLAIN, issues: [issue('a.txt', { ...none, ...same }), issue('b.txt', none)] };
    expect(named(elements(report), 'h2').map(textOf)).toEqual(['Figures', 'Issues', 'b.txt']);
  });
});

describe('against an earlier report', () => {
  const withArticles = (...articles: Parameters<typeof article>[]): Report => ({
    ...PLAIN,
    issues: [
      issue('a.txt', {
        reviewed: false,
        effort: null,
        goldArticles: null,
        articles: articles.map((a) => article(...a)),
      }),
    ],
  });

  it('what is gained, lost and changed leads to where it stands, before and now side by side', () => {
    const before = withArticles(['one', 1, 5], ['lost', 20, 22], ['same', 30, 31]);
    const now = withArticles(['one', 2, 9], ['new', 12, 13], ['same', 30, 31]);
    const all = elements(against(before, now));
    expect(rowsAfter(all, 'Against')).toEqual([
      ['issue', 'what', 'before', 'now'],
      ['a.txt', 'gained', '', 'new [12–13]'],
      ['a.txt', 'lost', 'lost [20–22]', ''],
      ['a.txt', 'changed', 'one [1–5]', 'one [2–9]'],
    ]);
    expect(rowsAfter(all, 'a.txt')).toEqual([
      ['before', 'now'],
      ['≠ one [1–5]', 'one [2–9]'],
      ['', 'new [12–13]'],
      ['≠ lost [20–22]', ''],
      ['same [30–31]', 'same [30–31]'],
    ]);
    const link = named(all, 'a').find((element) => textOf(element) === 'lost [20–22]')?.attributes.href;
    const place = all.find(({ attributes }) => `#${attributes.id}` === link);
    expect(place && textOf(place)).toBe('lost [20–22]');
  });

  it('articles of parts of lines, several in an issue, each have their own place', () => {
    const part = (headline: string | null) => ({ headline, lines: [], bylines: [] });
    const inIssue = (...articles: Report['issues'][number]['articles'][number][]): Report => {
      const { issues, ...rest } = withArticles();
      return { ...rest, issues: issues.map((one) => ({ ...one, articles })) };
    };
    const before = inIssue(article('one', 1, 5), part('brief'), part('lost'), part('twice'));
    const now = inIssue(article('one', 1, 5), part('brief'), part('new'), part('twice'), part('twice'), part(null));
    // As read from a file: the changes are no longer the same objects as the articles.
    const all = elements(JSON.parse(JSON.stringify(against(before, now))) as Report);
    const ids = all.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = named(all, 'a').filter(({ attributes }) => attributes.href?.includes('-now-'));
    const texts = ['new', 'twice', '(no headline)'].map((headline) => `${headline} [parts of lines]`);
    expect(links.map(textOf)).toEqual(texts);
    for (const link of links) {
      const place = all.find(({ attributes }) => `#${attributes.id}` === link.attributes.href);
      expect(place && textOf(place)).toBe(textOf(link));
    }
  });

  it('other bylines are a change that can be seen', () => {
    const all = elements(against(withArticles(['one', 1, 5, 'A']), withArticles(['one', 1, 5, 'B'])));
    expect(rowsAfter(all, 'Against')[1]).toEqual(['a.txt', 'changed', 'one [1–5] · A', 'one [1–5] · B']);
  });

  it('a report of 0.2 that did not bridge a blank line differs in nothing', () => {
    const old: Report = withArticles(['one', 1, 9]);
    const [first] = old.issues;
    if (!first) throw new Error('there is no issue');
    const split = {
      ...first,
      articles: [
        {
          ...article('one', 1, 9),
          lines: [
            [1, 3],
            [5, 9],
          ] as const,
        },
      ],
    };
    expect(coarse(split.articles)).toEqual(first.articles);
    expect(summaryOf(against({ ...old, issues: [split] }, old, true))).toContain(
      '0 articles gained, 0 lost, 0 changed',
    );
    expect(summaryOf(against({ ...old, issues: [split] }, old))).toContain('1 changed');
  });
});
