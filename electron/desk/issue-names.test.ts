import { describe, expect, it } from 'vitest';
import { issueNames, pageFiles } from './issue-names.ts';

const pages = (...names: string[]) => pageFiles(names, { named: true }).map(({ file }) => file);

describe('the issues of a folder', () => {
  it('are its files of text and of the formats that are imported', () => {
    const names = ['a.txt', 'b.alto.xml', 'c.xml', 'd.hocr', 'e.pdf', 'f.docx', 'g.md', 'h.mets.zip', 'i.hocr.html'];
    expect(issueNames(names)).toEqual(names);
    expect(issueNames(['a.png', 'b.csv', 'c.json', 'd.zip', 'e.html', '.hidden.txt', 'f'])).toEqual([]);
  });

  it('are not what lies beside an issue: its picture, its exports', () => {
    const beside = ['daily.md', 'daily 2.md', 'daily.docx', 'daily.tei.xml', 'daily.articles.txt', 'daily.mets.zip'];
    expect(issueNames(['daily.txt', 'daily.pdf', ...beside])).toEqual(['daily.txt']);
    expect(issueNames(['daily.pdf', ...beside])).toEqual(['daily.pdf']);
    expect(issueNames(['Daily.TXT', 'daily.pdf'])).toEqual(['Daily.TXT']);
    expect(issueNames(['daily 2.md', 'other.txt'])).toEqual(['daily 2.md', 'other.txt']);
  });

  it('are the METS of a folder, not its pages', () => {
    expect(issueNames(['1858-mets.xml', '1858-001.xml', '1858.pdf', 'mets.xml'])).toEqual([
      '1858-mets.xml',
      'mets.xml',
    ]);
    expect(issueNames(['metstuff.xml', 'a.xml'])).toEqual(['metstuff.xml', 'a.xml']);
  });
});

describe('a folder of pages', () => {
  it('is one issue when its names say so; in natural order', () => {
    expect(pages('p10.txt', 'p2.txt', 'p1.txt', 'notes.csv')).toEqual(['p1.txt', 'p2.txt', 'p10.txt']);
    expect(pages('daily-2013_p1.alto.xml', 'daily-2013_p2.alto.xml')).toHaveLength(2);
    expect(pages('第1版.txt', '第2版.txt')).toEqual(['第1版.txt', '第2版.txt']);
    expect(pages('Page 01.txt', 'Page 02.txt')).toHaveLength(2);
  });

  it('is none when a name is no page, one alone, twice there, or of another issue or format', () => {
    expect(pages('p1.txt')).toEqual([]);
    expect(pages('1.txt', '2.txt')).toEqual([]);
    expect(pages('p1.txt', 'p2.txt', 'other.txt')).toEqual([]);
    expect(pages('p1.txt', 'p01.txt')).toEqual([]);
    expect(pages('a_p1.txt', 'b_p2.txt')).toEqual([]);
    expect(pages('p1.txt', 'p2.xml')).toEqual([]);
    expect(pages('stop1.txt', 'stop2.txt')).toEqual([]);
  });

  it('is one whatever its names are, when a person says so; with the pictures of its pages', () => {
    const names = ['b.txt', 'a10.txt', 'a9.txt', 'a9.png', 'x.articles.txt', '.hidden.txt'];
    expect(pageFiles(names, { named: false })).toEqual([
      { file: 'a9.txt', image: 'a9.png' },
      { file: 'a10.txt' },
      { file: 'b.txt' },
    ]);
  });
});
