import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../shared/model/issue.ts';
import { laidOut } from '../testing/laid-out.ts';
import { segmentsOf } from './columns.ts';

const read = (text: string): string[] => segmentsOf(issueOf(text)).map((s) => text.slice(s.from, s.to));
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const BANK = `The Bank of Finland said it has started dealings in|banks’ certificates of deposits effective today|and that it was prepared to issue its own paper to|stimulate operations on the domestic money market.|Bank of Finland Governor Rolf Kullberg told a news|conference the Bank will also limit credits on call.`;
const CDS = `these were needed to accelerate the domestic money|market. The Bank of Finland had never before been|allowed to issue its own CDs, they said.|The central bank for the first time has an instrument|with which it really can influence the price of money|in this country, one banker said.`;
const OIL = `油脂企业开工不足|需求放缓，部分农产品出现压港现象。|记者了解到，目前大豆的港口库存已经|由去年的四百万吨上升至七百万吨左右，|库存量较高，这与食用油限价措施不无|关系。据业内人士透露，限价令可能再|次延期两个月。`;
const PHONES = `手机厂商走向海外|中国电信已向手机厂商发出号召，鼓励|手机厂商向海外出口手机。在日前举行|的手机交易会上，国际发展组织也同时|在广州举行了发展论坛，这已经是连续|多年来论坛在中国召开。此前的论坛在|北京举行。`;

describe('segmentsOf cuts columns', () => {
  it.each([
    ['two of English text', `${BANK}\n${CDS}`],
    ['three of Chinese text', `${OIL}\n${PHONES}\n${OIL}`],
    [
      'under a line that runs over both',
      `= BANK OF FINLAND TO TRADE IN BANKS' OWN CERTIFICATES FROM NOW ON, GOVERNOR SAYS\n${BANK}\n${CDS}`,
    ],
    [
      'above and below a line that runs over both',
      `${OIL}\n${PHONES}\n= 六月十四日新华社北京电各地粮食生产形势总体良好夏粮丰收已成定局\n${PHONES}\n${OIL}`,
    ],
    [
      'of unlike length',
      `${BANK}|said.\n${CDS}|The central bank declined to comment on the matter|when asked by reporters on Monday.`,
    ],
  ])('%s', (_, drawing) => {
    const page = laidOut(drawing);
    expect(read(page.text)).toEqual(page.read);
  });

  it('also where in one line no more than a word space parts them', () => {
    const longest = 'banks’ certificates of deposits with immediate effect';
    const page = laidOut(
      `${BANK}|a year|${longest}|and|so|on\n${CDS}|Under the new rules|banks are limited|to call money|of their|equity.`,
      1,
    );
    expect(page.text).toContain(`${longest} banks are limited`);
    expect(read(page.text)).toEqual(page.read);
  });

  it('with indents measured from the edge of the column', () => {
    const page = laidOut(`${BANK}\n${CDS.replace('|market', '|  market')}`);
    const indents = segmentsOf(issueOf(page.text)).map((s) => s.indent);
    expect(indents).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  });

  it('with blank lines counted in the column', () => {
    const page = laidOut(`${BANK}|||at last.\n${CDS}|No more|was said|about it.|The end.`);
    const last = segmentsOf(issueOf(page.text)).find((s) => page.text.slice(s.from, s.to) === 'at last.');
    expect(last?.blanks).toBe(2);
  });
});

describe('segmentsOf leaves whole', () => {
  it.each([
    [
      'a table of numbers',
      '上证指数     2765.43     -1.2%\n深证成指     11890.1     +0.3%\n创业板指      2014.8     +0.9%\n沪深三百     3081.33     -0.8%\n中小板指     5733.21     +0.1%',
    ],
    [
      'a table with long names',
      'Companhia Vale do Rio Doce preferred      28.43    1.2\nBanco do Brasil ordinary shares           12.10    0.3\nPetroleo Brasileiro preferred             44.02    2.1\nUsinas Siderurgicas de Minas Gerais        9.83    0.7\nTelecomunicacoes Brasileiras              31.20    0.2',
    ],
    [
      'a letter-spaced title',
      '特　　原　　油　　期　　货\n大连商品交易所的棕榈油期货价格昨日小幅上涨，成交\n活跃，市场人士普遍看好后市。交易所有关人士表示，\n将进一步加强市场监管。',
    ],
    [
      'a centred head',
      '                      FIRE IN THE NEIGHBOURHOOD\nOn Tuesday last a fire broke out on the premises of Mr. Jones,\nbaker, of this town, and was put out with difficulty.\n                      DREADFUL ACCIDENT\nA labourer of the name of Smith fell from the scaffold.',
    ],
    [
      'indents of two em',
      '　　本报讯近日，记者在全市妇女工作会上获悉。\n今年全市妇女工作将持续强化思想政治引领。\n　　会议强调，要坚持用党的创新理论武装头脑。\n不断开创工作新局面。',
    ],
    [
      'verse in half lines',
      '春眠不觉晓　　　处处闻啼鸟\n夜来风雨声　　　花落知多少\n白日依山尽　　　黄河入海流\n欲穷千里目　　　更上一层楼\n床前明月光　　　疑是地上霜',
    ],
    [
      'indented verse',
      'The curfew tolls the knell of parting day,\n     The lowing herd wind slowly o’er the lea,\nThe plowman homeward plods his weary way,\n     And leaves the world to darkness and to me.\nNow fades the glimmering landscape on the sight,\n     And all the air a solemn stillness holds,',
    ],
    [
      'small advertisements',
      '出租    城关街两间门面    电话2765432\n出售    二手货车一辆      电话2234561\n招聘    服务员数名        电话2287654\n转让    旺铺一间          电话2212345\n寻物    身份证一枚        电话2298765',
    ],
    [
      'a masthead',
      'A2             The Evening Ledger, Saturday, April 22, 1995                  Markets\nThe Bank of Finland said it has started dealings in certificates of deposits with effect\nfrom Monday and that it was prepared to issue its own paper to stimulate operations.',
    ],
    [
      'names under a letter',
      '本报驻北京记者　　　王大伟\n会议由市委副书记、市长李建国主持，市人大常委会主任\n出席会议并讲话，各县（市、区）委书记参加会议。\n　　　　　　　　　　　　　　　　　二〇一一年六月四日',
    ],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(lines(text));
  });

  it('text without a wide blank, page by page', () => {
    const segments = segmentsOf(issueOf('　　一\n\n二\n\f三\n'));
    expect(segments.map(({ number, indent, blanks, page }) => [number, indent, blanks, page])).toEqual([
      [1, 2, 0, 0],
      [3, 0, 1, 0],
      [4, 0, 0, 1],
    ]);
  });
});

const isNonBlank = (text: string, i: number): boolean => /\S/u.test(text.charAt(i));
const word = fc.constantFrom('the', 'bank', 'dollars', '粮食生产', '1987', '会议', '—', 'Governor,');
const gap = fc.constantFrom(' ', '  ', '    ', '          ', '　　', '\t', '                    ');
const line = fc
  .array(fc.tuple(gap, word), { maxLength: 12 })
  .map((parts) => parts.map(([blank, text]) => blank + text).join(''));
const pages = fc.array(line, { maxLength: 40 }).map((all) => all.join('\n'));

describe('segments', () => {
  it('hold every non-blank character once, whatever the text', () => {
    fc.assert(
      fc.property(pages, (text) => {
        const owned = new Uint8Array(text.length);
        for (const { from, to } of segmentsOf(issueOf(text)))
          for (let i = from; i < to; i++) owned[i] = (owned[i] ?? 0) + 1;
        const wrong = [...owned.keys()].filter((i) => (owned[i] !== 1 && isNonBlank(text, i)) || (owned[i] ?? 0) > 1);
        expect(wrong).toEqual([]);
      }),
    );
  });

  it('of laid-out columns are read down, whatever their words', () => {
    const prose = fc.array(fc.constantFrom('the', 'bank', 'said', 'that', 'money', 'market', 'governor', 'deposits'), {
      minLength: 7,
      maxLength: 7,
    });
    const column = fc
      .array(prose, { minLength: 8, maxLength: 14 })
      .map((rows) => rows.map((row) => row.join(' ')).join('|'));
    fc.assert(
      fc.property(column, column, fc.integer({ min: 4, max: 20 }), (a, b, gutter) => {
        const page = laidOut(`${a}\n${b}`, gutter);
        expect(read(page.text)).toEqual(page.read);
      }),
    );
  });
});
