/** DOCX and Markdown. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { refusedAs, textOf } from './testing/refused.ts';
import { readZip, ZIP_LIMITS } from './zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const docx = (body: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({ 'word/document.xml': bytes(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`), ...more });
const run = (inner: string) => `<w:r>${inner}</w:r>`;
const t = (text: string) => run(`<w:t xml:space="preserve">${text}</w:t>`);
const p = (inner: string, style = '') => `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inner}</w:p>`;

describe('DOCX', () => {
  it('has a line each paragraph; headings and empty paragraphs part blocks', async () => {
    expect(
      await textOf(docx(p(t('Head'), 'Heading1') + p(t('one ') + t('two')) + p(t('three')) + p('') + p(t('four')))),
    ).toBe('Head\n\none two\nthree\n\nfour\n');
  });

  it('has forced lines, pages, tabs and hyphens, and tables cell by cell', async () => {
    const inner = `${t('a')}${run('<w:br/>')}${t('b')}${run('<w:tab/>')}${t('c')}${run('<w:noBreakHyphen/>')}${t('d')}`;
    expect(await textOf(docx(p(inner) + p(run('<w:br w:type="page"/>') + t('next'))))).toBe('a\nb\tc-d\n\fnext\n');
    const cell = (text: string) => `<w:tc>${p(t(text))}</w:tc>`;
    expect(await textOf(docx(`<w:tbl><w:tr>${cell('1')}${cell('2')}</w:tr></w:tbl>`))).toBe('1\n2\n');
  });

  it('keeps an indent that is print, and stops of tabs are none', async () => {
    expect(
      await textOf(docx(p(`<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${t('\u3000\u3000本报讯')}`))),
    ).toBe('\u3000\u3000本报讯\n');
  });

  it('leaves out what was deleted or moved, field codes, and the second form of a text box', async () => {
    const gone = `<w:del>${run('<w:delText>gone</w:delText>')}</w:del><w:moveFrom>${t('moved')}</w:moveFrom>${run('<w:instrText>PAGE</w:instrText>')}`;
    expect(await textOf(docx(p(`${gone}${t('left')}<w:ins>${t(' in')}</w:ins>`)))).toBe('left in\n');
    const box = (text: string) => `<w:txbxContent>${p(t(text))}</w:txbxContent>`;
    const twice = `<mc:AlternateContent><mc:Choice>${box('box')}</mc:Choice><mc:Fallback>${box('box')}</mc:Fallback></mc:AlternateContent>`;
    expect(await textOf(docx(p(run(twice) + t('around'))))).toBe('box\naround\n');
  });

  it('has characters without the readings above them', async () => {
    const ruby = `<w:ruby><w:rt>${t('かんじ')}</w:rt><w:rubyBase>${t('漢字')}</w:rubyBase></w:ruby>`;
    expect(await textOf(docx(p(t('この') + run(ruby) + t('は'))))).toBe('この漢字は\n');
  });

  it('finds the document where the package says that it is', async () => {
    const rels =
      '<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
    const second = bytes(`<w:document xmlns:w="w">${p(t('second'))}</w:document>`);
    expect(await textOf(docx(p(t('first')), { '_rels/.rels': bytes(rels), 'word/document2.xml': second }))).toBe(
      'second\n',
    );
  });

  it('is refused as a bomb, damaged, with entities, or empty', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(3 * 2 ** 20) }, { level: 9 });
    expect(await refusedAs(bomb)).toBe('unsafe file');
    const two = docx(p(t('a')), { 'word/styles.xml': bytes('') });
    expect(() => readZip(two, 'DOCX', { ...ZIP_LIMITS, entries: 1 })).toThrow('unsafe file');
    expect(readZip(two, 'DOCX', { ...ZIP_LIMITS, entries: 2 })).toHaveLength(2);
    const whole = docx(p(t('some text '.repeat(50))));
    const damaged = whole.slice();
    damaged.set([1, 2, 3, 4], 60);
    expect(await refusedAs(damaged)).toBe('broken file');
    const entity = zipSync({ 'word/document.xml': bytes('<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>') });
    expect(await refusedAs(entity)).toBe('unsafe file');
    expect(await refusedAs(docx(p('')))).toBe('no text layer');
  });

  it('of a size that it does not own up to is refused', async () => {
    const whole = zipSync({
      'word/document.xml': bytes(`<w:document xmlns:w="w">${p(t('x'.repeat(5000)))}</w:document>`),
    });
    const view = new DataView(whole.buffer);
    const at = whole.length - 22 - (46 + 'word/document.xml'.length);
    view.setUint32(at + 24, 100, true);
    expect(await refusedAs(whole)).toBe('broken file');
  });
});

describe('a zip that is no issue', () => {
  it('is no text', async () => {
    expect(await refusedAs(zipSync({ 'a.txt': bytes('hello') }))).toBe('binary');
    expect(await refusedAs(docx(p(t('cut off'))).slice(0, 100))).toBe('binary');
  });
});

describe('Markdown', () => {
  const md = (text: string) => textOf(text, 'a.md');

  it('keeps lines, without the marks around them', async () => {
    expect(await md('# Town *council* #\nfirst **line**\nsecond _line_ \n\n> a quote\n\n---\n\n- item\n')).toBe(
      'Town council\n\nfirst line\nsecond line\n\na quote\n\n- item\n',
    );
    expect(await md('Head\n====\ntext\n')).toBe('Head\n\ntext\n');
  });

  it.each([
    ['[a link](http://x.org "title") and ![an image](x.png)', 'a link and an image'],
    ['<http://x.org> and <b>bold</b>', 'http://x.org and bold'],
    ['`a*b*c` and ``d`e``', 'a*b*c and d`e'],
    ['\\*not\\* &amp; &#8220;so&#x201d; \\', '*not* & “so”'],
    ['snake_case_word 2*3*4', 'snake_case_word 234'],
    ['a < b > c & d', 'a < b > c & d'],
    ['本报讯 **记者**', '本报讯 记者'],
  ])('%s reads as %s', async (source, text) => expect(await md(`${source}\n`)).toBe(`${text}\n`));

  it('leaves out front matter and comments, and keeps code as it is', async () => {
    expect(await md('---\ntitle: x\n---\n<!-- article 1\nof 2 -->\ntext\n')).toBe('text\n');
    expect(await md('```js\n# not a *head*\n```\nafter\n')).toBe('# not a *head*\n\nafter\n');
  });

  it('takes the marks at a heading\u2019s end away after a blank only; a comment ends at its first end', async () => {
    expect(await md('# In C#\n## Two ##\n# #\ntext\n')).toBe('In C#\n\nTwo\n\ntext\n');
    expect(await md('<!-- one --> stays\n<!-- two -->\ntext\n')).toContain('stays\n\ntext');
  });

  // Each took minutes while the time grew with the square of the length.
  it.each([
    ['stars', '*a '.repeat(100_000)],
    ['underlines', '_a '.repeat(100_000)],
    ['backticks', '`a '.repeat(100_000)],
    ['blanks', `a${' '.repeat(300_000)}b`],
    ['blanks in a heading', `# a${' '.repeat(300_000)}b`],
    ['number signs', `# ${'#'.repeat(300_000)}b`],
    ['bars and blanks', `|${' '.repeat(300_000)}-x`],
    ['comments that never end', '<!--\n'.repeat(60_000)],
  ])('%s without end are read all the same', { timeout: 60_000 }, async (_, text) => {
    expect((await md(`${text}\n`)).length).toBeGreaterThan(0);
  });

  it('is Markdown by its name alone', async () => {
    expect(await textOf('# head\n', 'a.txt')).toBe('# head\n');
  });
});
