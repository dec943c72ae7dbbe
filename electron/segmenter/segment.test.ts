import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countNonBlank } from '../../shared/model/blank.ts';
import { checkReview } from '../../shared/model/check.ts';
import { issueOf } from '../../shared/model/issue.ts';
import { lineAt } from '../../shared/model/lines.ts';
import { segment } from './segment.ts';
import { laidOut } from './testing/laid-out.ts';
import { page } from './testing/page.ts';

/** The owner (article id or `-`) of each non-blank line. */
function owners(text: string): string[] {
  const issue = issueOf(text);
  const { review } = segment(text).proposal;
  const result: string[] = [];
  for (const article of review.articles)
    for (const piece of article.pieces) if (piece.kind === 'run') mark(piece.from, piece.to, article.id);
  for (const run of review.outside) mark(run.from, run.to, '-');
  function mark(from: number, to: number, owner: string): void {
    for (let n = lineAt(issue.lines, from); n <= lineAt(issue.lines, Math.max(from, to - 1)); n++)
      if (countNonBlank(text, issue.lines.starts[n - 1], issue.lines.starts[n] ?? text.length) > 0) result[n] = owner;
  }
  return result.filter((owner) => owner !== undefined);
}

/** Whether two namings of owners part the lines alike. */
function alike(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((x, i) => a.every((y, j) => (x === y) === (b[i] === b[j])));
}

const TWO_BODIES_TWO_HEADS = page(`
- furniture    青石日报　2024年4月12日　星期五　第2版　综合

a1 body      本报讯（记者 王伟）昨日上午，城关镇组织志|愿者在护城河沿岸开展清理河道垃圾活动，两百|余名志愿者手持铁锹、扫帚和垃圾袋，沿河捡拾|塑料袋、树枝等杂物，对河岸杂草进行集中清除，|河道面貌焕然一新。
a1 body      “以前河边垃圾多，大家都不愿意来散步，现在|干净多了。”家住河边的居民刘大爷一边清理河|道垃圾一边说。志愿者还向沿河商户发放护河倡|议书，引导大家养成爱护河道的习惯。
a1 body      城关镇负责人表示，将建立志愿者清理河道的长|效机制，每月开展一次集中行动。
a2 body      本报讯（记者 李娜）日前，市图书馆举办少儿读|书会，五十余名小朋友围坐在一起，分享自己的|读书心得，朗诵喜爱的诗歌，现场掌声不断，气|氛十分热烈。
a2 body      读书会上，市图书馆馆员为小朋友讲解了图书分|类的知识，带领他们参观少儿阅览室，还向每个|孩子赠送了新书。家长们说，少儿读书会让孩子|爱上了阅读。
a2 body      市图书馆负责人介绍，少儿读书会每月举办一次，|欢迎更多小朋友报名参加。

a1 headline  城关镇志愿者|清理河道垃圾

a2 headline  市图书馆举办|少儿读书会
`);

describe('segment', () => {
  it('gives two heads after two bodies to the bodies in order', () => {
    expect(alike(owners(TWO_BODIES_TWO_HEADS.text), TWO_BODIES_TWO_HEADS.owners)).toBe(true);
  });

  it('reads columns that share their lines one after another', () => {
    const { text, read } = laidOut(`
全市小麦喜获丰收||本报讯（记者王伟）昨日，记者从市农业局|获悉，今年全市小麦种植面积达到八十万亩，|平均亩产比去年增加二十公斤，小麦总产量|再创历史新高。农业专家说，小麦丰收得益|于良种推广和春季雨水充足。目前各县小麦|收割已经过半，预计下周全部结束。
图书馆举办读书会||本报讯（记者李娜）日前，市图书馆举办少|儿读书会，五十余名小朋友围坐在一起，分|享自己的读书心得，现场掌声不断。读书会|上，图书馆馆员为小朋友讲解了图书的分类|知识，带领他们参观少儿阅览室，还向每个|孩子赠送了新书。
`);
    const { review } = segment(text).proposal;
    expect(checkReview(issueOf(text), review)).toEqual([]);
    const pieces = review.articles.flatMap((article) => article.pieces);
    const found = pieces.map((piece) => (piece.kind === 'run' ? text.slice(piece.from, piece.to).trim() : ''));
    expect(found.join('')).toBe(read.join(''));
    // The seam between two lines of one column is no paragraph's end.
    expect(review.joins.length).toBeGreaterThanOrEqual(10);
  });

  it('does not begin an article at 本报讯 within a sentence', () => {
    const fixture = page(`
a1 headline  一张旧报纸的故事

a1 body      祖父留下一只木箱，箱底压着一张发黄的旧报纸，|边角已经破损，字迹却还清楚。父亲说，那是祖父|当通讯员时，第一次看见自己的名字印在报纸上，|高兴得一夜没有合眼。
a1 body      我把旧报纸铺在桌上，一行一行地读。开头写着本|报讯三个字，又一行写着本报讯，后面是祖父的名|字，再往下写的是村里修水渠的事，他改了七遍。
a1 body      如今水渠还在，旧报纸也还在，祖父却已经走了|许多年。每次回到村里，我都要到渠边走一走，|想一想他当年写稿子的样子。
`);
    const found = owners(fixture.text);
    const line = fixture.text
      .split('\n')
      .filter((l) => l !== '')
      .findIndex((l) => l.includes('本报讯'));
    expect(line).toBeGreaterThan(0);
    expect(found[line]).toBe(found[line - 1]);
  });

  it('takes up on another page what a jump line sends there', () => {
    const first = page(`
- furniture    青石日报　2024年4月12日　星期五　第1版　要闻

a1 headline  护城河治理工程|进入收尾阶段

a1 body      本报讯（记者 王伟）昨日，记者从市水务局获悉，|护城河治理工程已进入收尾阶段。工程全长八公|里，包括清淤疏浚、驳岸加固、步道铺设等内容，|总投资一亿二千万元。
a1 body      市水务局局长表示，护城河治理工程开工一年来，|建设者克服雨季长、地下管线多等困难，已完成|清淤二十万方，驳岸加固六公里，

- jump         （下转第2版）
`);
    const second = page(`
- furniture    青石日报　2024年4月12日　星期五　第2版　综合

- jump         （上接第1版）

a1 body      步道铺设五公里。护城河两岸的步道和绿地将于|下月向市民开放，沿河的三座老桥也将一并修缮。
a1 body      护城河治理工程完工后，驳岸可抵御五十年一遇|的洪水，市民沿步道可从东门走到西门。
`);
    const text = `${first.text}\f${second.text}`;
    const found = owners(text);
    expect(found.filter((owner) => owner !== '-').length).toBeGreaterThan(8);
    expect(new Set(found.filter((owner) => owner !== '-')).size).toBe(1);
  });

  it('reads empty, blank and one-line texts', () => {
    for (const text of ['', '\n', ' \n\n\f\n', '第一版　要闻', 'x']) {
      const { review } = segment(text).proposal;
      expect(checkReview(issueOf(text), review)).toEqual([]);
    }
  });

  // A pattern that goes back over what it has read takes hours at this length.
  it.each(['组版', '.', '年 ', '责编　', 'année ', 'PRICE ', 'By Ada  ', '遗失'])(
    'reads a line of a hundred thousand characters: %s',
    { timeout: 60_000 },
    (unit) => {
      const text = `${unit.repeat(100_000 / unit.length)}，\n`;
      expect(checkReview(issueOf(text), segment(text).proposal.review)).toEqual([]);
    },
  );

  it('owns every character of any text once, and every time alike', { timeout: 60_000 }, () => {
    const line = fc.oneof(
      fc.constantFrom(
        '本报讯（记者 王伟）昨日，',
        '（下转第3版）',
        'By JOHN SMITH',
        '——副题',
        '',
        ' ',
        '\f',
        '\u{20000}',
        '记者 王伟 摄',
      ),
      fc.string({ maxLength: 40, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n').replace(/\r/g, '');
        const once = segment(text);
        expect(checkReview(issueOf(text), once.proposal.review)).toEqual([]);
        expect(segment(text)).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });

  it('can be cancelled from its progress, which it reports often', { timeout: 60_000 }, () => {
    const text = TWO_BODIES_TWO_HEADS.text.repeat(40);
    const reports: number[] = [];
    segment(text, { progress: (done) => reports.push(done) });
    expect(reports.length).toBeGreaterThan(40);
    expect(reports.at(-1)).toBe(1);
    expect(reports).toEqual([...reports].sort((a, b) => a - b));
    expect(() =>
      segment(text, {
        progress: (done) => {
          if (done > 0.3) throw new Error('cancelled');
        },
      }),
    ).toThrow('cancelled');
  });

  it('takes steps in proportion to the text', { timeout: 60_000 }, () => {
    const steps = (times: number): number => {
      let n = 0;
      segment(TWO_BODIES_TWO_HEADS.text.repeat(times), { progress: () => n++ });
      return n;
    };
    expect(steps(320) / steps(80)).toBeLessThan(6);
  });

  it('doubts with other readings that name articles of the proposal', () => {
    const { proposal } = segment(TWO_BODIES_TWO_HEADS.text.repeat(3));
    const ids = new Set(proposal.review.articles.map((a) => a.id));
    for (const doubt of proposal.doubts) {
      expect(doubt.confidence).toBeGreaterThanOrEqual(0);
      expect(doubt.confidence).toBeLessThanOrEqual(1);
      for (const id of doubt.articles) expect(ids).toContain(id);
    }
    for (const list of Object.values(proposal.candidates))
      for (const { article } of list) expect(ids).toContain(article);
  });
});
