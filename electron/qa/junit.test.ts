import { describe, expect, it } from 'vitest';
import { isWellFormed } from '../export/testing/grammar.ts';
import { elementsOf, parseXml } from '../export/testing/xml.ts';
import { holdable } from '../export/xml-text.ts';
import { junitOf } from './junit.ts';
import { HOSTILE, issue, PLAIN, WHOLE } from './testing/report.ts';

const suites = (report = WHOLE) => elementsOf(parseXml(junitOf(report))).filter(({ name }) => name === 'testsuite');

describe('a report as JUnit', () => {
  it('is well-formed, whatever names and headlines hold', () => {
    const names = suites().map(({ attributes }) => attributes.name);
    expect(names).toEqual([`${holdable(HOSTILE)}.txt`, 'a.txt', 'b.txt', holdable(HOSTILE), 'scripts', 'acceptance']);
  });

  it('is XML to libxml2 too', () => expect(isWellFormed(junitOf(WHOLE))).toBe(true));

  it('counts in each suite its cases and failures', () => {
    for (const suite of suites()) {
      const inside = elementsOf(suite);
      expect(suite.attributes.tests).toBe(`${inside.filter(({ name }) => name === 'testcase').length}`);
      expect(suite.attributes.failures).toBe(`${inside.filter(({ name }) => name === 'failure').length}`);
    }
    expect(suites().map(({ attributes }) => attributes.failures)).toEqual(['2', '2', '2', '1', '1', '1']);
  });

  it('fails no article whose lines are those of the gold', () => {
    const { articles } = issue('a.txt');
    const [suite] = suites({ ...PLAIN, issues: [issue('a.txt', { goldArticles: articles })] });
    expect(suite?.attributes).toMatchObject({ tests: '2', failures: '0' });
  });
});
