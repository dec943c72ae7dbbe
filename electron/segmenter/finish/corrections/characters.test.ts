import { describe, expect, it } from 'vitest';
import { apply } from '../../../../shared/edits/apply.ts';
import { readField } from '../../../../shared/reading/reading.ts';
import { finished } from '../testing/assigned.ts';

const asked = (line: string): readonly string[] =>
  finished(`a1 body ${line}`)
    .doubts.filter((d) => d.kind === 'character')
    .map((d) => `${d.why.key} ${d.why.values?.found}${d.why.values?.instead ? `→${d.why.values.instead}` : ''}`);

describe('odd characters', () => {
  it.each<[string, readonly string[]]>([
    ['来自\ufffd县的农民在了解政策', ['lostGlyph \ufffd']],
    ['中央财政累计下达青讠省农机购置', ['tornCharacter 讠']],
    ['去年产量上升,今年则下降', ['halfWidth ,→，']],
    ['The law of l987 was changed.', ['digitLetter l987→1987']],
    ['some 335,ooo people came', ['digitLetter 335,ooo→335,000']],
    ['全国⼈⺠代表⼤会召开，市⻓出席', ['radical ⼈→人', 'radical ⺠→民', 'radical ⼤→大', 'radical ⻓→长']],
    ['收取\uf90a额三万余元，已退还', ['radical \uf90a→金']],
    ['自2０19年以来，全市共有', ['mixedWidth ０→0']],
    ['he was paid by thc govemment in full', ['misread thc→the', 'misread govemment→government']],
  ])('%s', (line, expected) => expect(asked(line)).toEqual(expected));

  it.each([
    '全年产量 1,000 吨，今年',
    '网址 www.a.cn:80 可查',
    'The 1970s and 10 lb of No. 1 oil.',
    'Il a dit: oui. 10 Ill.',
    '２０１９年以来，全市共有四千部手机登记',
    '人土地承包、自已经营以来、周末能来、知己经年、每一人的土地、孩子以前',
    'The modem was concerned with thcs and bathe',
  ])('nothing odd in: %s', (line) => expect(asked(line)).toEqual([]));

  it('are changed only when the editor takes the other reading', () => {
    const { issue, review, doubts } = finished('a1 body some 335,ooo people came');
    expect(review.corrections).toEqual([]);
    let now = review;
    for (const edit of doubts[0]?.other ?? []) {
      const applied = apply(issue, now, edit);
      if (applied.ok) now = applied.review;
    }
    const [article] = now.articles;
    expect(article && readField(issue, now, article, 'body').text).toBe('some 335,000 people came');
  });
});
