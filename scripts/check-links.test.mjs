import { describe, expect, it } from 'vitest';
import { anchorsOf, brokenLinks, linksOf } from './check-links.mjs';

/** A checkout of these files: path and text. */
const check = (files) => brokenLinks(Object.keys(files)[0], new Set(Object.keys(files)), (path) => files[path]);

describe('broken links', () => {
  it.each([
    ['a file that is not there', '[a](docs/none.md)', 'docs/none.md: there is no such file'],
    ['a picture', '![a drawing](docs/none.png)', 'docs/none.png: there is no such file'],
    ['a heading that is not there', '[a](docs/a.md#nothing)', 'docs/a.md#nothing: there is no such heading'],
    ['a heading of its own', '[a](#nothing)', '#nothing: there is no such heading'],
    ['a heading that is code there', '[a](docs/a.md#in-code)', 'docs/a.md#in-code: there is no such heading'],
    ['a definition', 'See [a].\n\n[a]: docs/none.md', 'docs/none.md: there is no such file'],
    ['a tag', '<img width="3" src="none.png">', 'none.png: there is no such file'],
    ['capitals that differ', '[a](docs/A.md)', 'docs/A.md: there is no such file'],
    ['outside of the checkout', '[a](../b.md)', '../b.md: leads out of the checkout'],
    ['an absolute path', '[a](/docs/a.md)', '/docs/a.md: leads out of the checkout'],
    ['the second of a line', '[a](docs/a.md), [b](none.md)', 'none.md: there is no such file'],
    ['one in an item of a list', '- a\n\n    [b](none.md)', 'none.md: there is no such file'],
    ['a file taken for a folder', '[a](docs/a.md/)', 'docs/a.md/: there is no such file'],
  ])('%s', (_, text, sentence) => {
    const found = check({ 'README.md': text, 'docs/a.md': '# One\n\n```\n# In code\n```\n' });
    expect(found.map((line) => line.replace(/^README\.md:\d+: /, ''))).toEqual([sentence]);
  });

  it.each([
    ['a file', '[a](docs/a.md)'],
    ['a folder', '[a](docs/) and [b](docs)'],
    ['a heading', '[a](docs/a.md#what-gone-is-it-all)'],
    ['a Chinese heading', '[a](docs/a.md#%E5%AF%BC%E5%87%BA) and [b](docs/a.md#导出)'],
    ['the second heading of a name', '[a](docs/a.md#导出-1)'],
    ['a named place', '[a](docs/a.md#here)'],
    ['a title, angle brackets', '[a](<docs/a.md> "The guide") and [b](docs/a.md "b")'],
    ['the network', '[a](https://example.org/none.md), [b](mailto:a@example.org)'],
    ['code in a line', '`[a](none.md)` and ``[b](`none.md)``'],
    ['a fence', '```md\n[a](none.md)\n```'],
    ['code by four blanks', 'So:\n\n    [a](none.md)'],
    ['a task', '- [ ] (not yet)'],
  ])('none: %s', (_, text) => {
    const guide = '# What, `gone`: is it *all*?\n\n## 导出\n\n## 导出\n\n<a id="here"></a>\n';
    expect(check({ 'README.md': text, 'docs/a.md': guide })).toEqual([]);
  });

  it('are looked for from the folder of the file', () => {
    const files = { 'docs/a.md': '[up](../README.md#top) [beside](b.md)', 'README.md': '# Top', 'docs/b.md': '' };
    expect(check(files)).toEqual([]);
  });
});

it('links carry their lines', () => {
  expect(linksOf('a\n\n[b](c.md)')).toEqual([{ line: 3, target: 'c.md' }]);
});

it('anchors are made of what a heading shows', () => {
  expect([...anchorsOf('# The way of [one](x.md) edit, from key to disk #\n\n#not a heading')]).toEqual([
    'the-way-of-one-edit-from-key-to-disk',
  ]);
});
