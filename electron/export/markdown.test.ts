import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GalleyDocument } from '../../shared/document/document.ts';
import { showControls } from './control.ts';
import { escapeMarkdown, toMarkdown } from './markdown.ts';
import { anyDocument, anyText, articleWith, bodyParagraph, EVENING, HOSTILE } from './testing/documents.ts';

/** What CommonMark reads: backslash escapes of ASCII punctuation, decimal character references. */
const readInline = (markdown: string): string =>
  markdown.replace(/\\([!-/:-@[-`{-~])|&#(\d+);/g, (_, escaped: string | undefined, code: string | undefined) =>
    code === undefined ? (escaped ?? '') : String.fromCharCode(Number(code)),
  );

/** The wrapping of each kind of block, read back as the head of markdown.ts draws it. */
const BLOCKS: readonly (readonly [string, RegExp])[] = [
  ['rule', /^---$/],
  ['comment', /^<!-- .* -->$/],
  ['subhead', /^### (.*)$/],
  ['headline', /^## (.*)$/],
  ['title', /^# (.*)$/],
  ['section', /^\[(.*)\]$/],
  ['kicker', /^\*\*\*(.*)\*\*\*$/],
  ['lede', /^\*\*(.*)\*\*$/],
  ['bylines', /^\*(.*)\*$/],
  ['caption', /^> (.*)$/],
  ['paragraph', /^(.*)$/],
];

/** The blocks of a Markdown file below its statement, each with its text read back. */
function readBlocks(markdown: string): readonly string[] {
  const [, ...articles] = markdown.split(/(?:^|\n\n)---\n\n/);
  return articles.flatMap((article) => ['rule', ...article.replace(/\n$/, '').split('\n\n').map(readBlock)]);
}

function readBlock(block: string): string {
  expect(block).not.toMatch(/[\n\u2028\u2029]/);
  const [kind, pattern] = BLOCKS.find(([, wrapping]) => wrapping.test(block)) ?? BLOCKS[0] ?? ['', /^/];
  return kind === 'comment' ? kind : `${kind} ${readInline(pattern.exec(block)?.[1] ?? '')}`;
}

/** The same, from the document. */
const expected = (document: GalleyDocument): readonly string[] =>
  document.articles.flatMap((article) => {
    const say = (kind: string, text: string | null | undefined) => (text ? [`${kind} ${showControls(text)}`] : []);
    const names = article.bylines.map(({ role, name, incomplete }) =>
      [role, name, incomplete ? '[incomplete]' : ''].filter(Boolean).join(' '),
    );
    return [
      'rule',
      'comment',
      ...say('section', article.section),
      ...say('kicker', article.kicker),
      ...say('headline', article.headline),
      ...say('subhead', article.subhead),
      ...say('lede', article.lede),
      ...say('bylines', names.join('; ')),
      ...article.paragraphs.flatMap(({ role, text }) => say(role === 'caption' ? 'caption' : 'paragraph', text)),
    ];
  });

describe('escapeMarkdown', () => {
  it.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('%s reads back as itself', (_, text) => {
    expect(readInline(escapeMarkdown(text))).toBe(showControls(text));
  });

  it('reads back any text', () => {
    fc.assert(fc.property(anyText, (text) => readInline(escapeMarkdown(text)) === showControls(text)));
  });

  it('is one line without an unescaped sign of markup', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/[\n\r\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
        expect(escaped.replace(/\\[!-/:-@[-`{-~]|&#\d+;/g, '')).not.toMatch(/[\\`*_[\]<>&|~#]/);
        expect(escaped).not.toMatch(/^(?:\s|[-+=:]|\d+[.)](?:\s|$))/);
      }),
    );
  });

  it.each([
    '河长制办公室挂牌',
    'A plain sentence: it has (brackets), a dash - and 3.5 % of "quotes"; don\'t touch it!',
    '本报讯（记者 柳一帆）昨日，气温 12.5℃。',
    '1986 was a great year. 7. is not at the start.',
    'Mr. Smith went to a well-known inn = good',
  ])('leaves ordinary text alone: %s', (text) => expect(escapeMarkdown(text)).toBe(text));
});

describe('toMarkdown', () => {
  it('sets the page as documented', () => {
    expect(toMarkdown(EVENING)).toBe(`# 晚报 2024-05-06

> 2 articles; not settled: 2.
>
> 1 open doubt: head, line 9.
>
> Left out as no article's text: section, line 2; furniture, line 1.
>
> Lines that hold bylines are given as role and name.
>
> 2 corrections applied: 1 by machine, 1 by hand.
>
> Supplied by hand, not in the source: kicker of article 2.
>
> Conservation: 90 non-blank characters = 83 in articles + 7 left out (3 by rule, 4 by the editor). SHA-256 of the raw text put together again: ${'cd'.repeat(32)}.
>
> Source: evening.txt (utf-8), SHA-256 ${'ab'.repeat(32)}.

---

<!-- article 1 of 2, a1, settled -->

[本市新闻]

***守护一河清水***

## 河长制办公室挂牌

### 三年完成整治

**沿河十二个村签下责任书**

*记者 柳一帆; 摄影 梁 \\[incomplete\\]*

本报讯（记者 柳一帆）昨日，河长制办公室挂牌。

> 挂牌现场。

---

<!-- article 2 of 2, a2, proposed -->

***补题***

公交十路今起改道。
`);
  });

  it('reads back every field of any document', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(readBlocks(toMarkdown(document))).toEqual(expected(document));
      }),
    );
  });

  it('lets no text pose as a block of another kind', () => {
    const posing = ['---', '## 假题', '> 假', '<!-- article 9 of 9, a9, settled -->', '***x***', '[x]', '*x*'];
    const article = articleWith({ paragraphs: posing.map((text, i) => bodyParagraph(text, i + 1, i)) });
    const blocks = readBlocks(toMarkdown({ ...EVENING, articles: [article] }));
    expect(blocks).toEqual(['rule', 'comment', ...posing.map((text) => `paragraph ${text}`)]);
  });

  it('says that control characters are shown', () => {
    const article = articleWith({ paragraphs: [bodyParagraph('a\u001b[31m\u0000', 1, 0)] });
    const markdown = toMarkdown({ ...EVENING, articles: [article] });
    expect(markdown).toContain('\n> 2 control characters are shown by a sign; JSON keeps them.\n');
    expect(markdown).toContain('a␛\\[31m␀');
  });
});
