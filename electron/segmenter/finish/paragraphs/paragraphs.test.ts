import { describe, expect, it } from 'vitest';
import { finished, paragraphs } from '../testing/assigned.ts';

/** Paragraphs of one body, its printed lines parted by line ends; by their first characters. */
const starts = (lines: string, size = 4): readonly string[] =>
  paragraphs(
    finished(
      `a1 body ${lines
        .trim()
        .split('\n')
        .map((l) => l.trim())
        .join('|')}`,
    ),
  ).map((p) => p.slice(0, size));

describe('Chinese paragraphs', () => {
  it('begin behind a short last line', () => {
    expect(
      starts(`
        近日，东山镇组织开展了春季义务植树的活
        动，全镇干部群众一千余人参加了活动，栽
        下树苗四千余棵。
        活动中，大家分工合作，挖坑、扶苗、培
        土、浇水，每一道工序都做得认真仔细，现
        场一派繁忙景象。`),
    ).toEqual(['近日，东', '活动中，']);
  });

  it('begin where a line is two em narrower, though the line before is full', () => {
    expect(
      starts(`
        镇组织开展了春季义务植树的活动，全镇干
        部群众一千余人参加了活动，栽下树苗四千
        余棵，受到了群众的热烈欢迎和一致好评。
        活动中大家分工合作挖坑扶苗培土浇
        水，每一道工序都做得认真仔细，现场一派
        繁忙的景象，让过往的行人都停下了脚步来
        观看。`),
    ).toEqual(['镇组织开', '活动中大']);
  });

  it('go on where a sentence ends at the end of a full line and the next is full too', () => {
    expect(
      starts(`
        镇组织开展了春季义务植树的活动，全镇干
        部群众一千余人参加了活动，栽下树苗四千
        余棵，受到了群众的热烈欢迎和一致好评。
        这些树苗都是从外地调运来的优良品种苗木
        每一棵都经过了严格的挑选和检疫检验工序
        确保成活。`),
    ).toHaveLength(1);
  });

  it('keep a crosshead apart', () => {
    expect(
      starts(`
        部群众一千余人参加了活动，栽下树苗四千
        余棵，受到好评。
        分工合作干劲足
        活动中大家分工合作挖坑扶苗培土浇
        水，每一道工序都做得认真仔细，现场一派
        繁忙的景象，让过往的行人都停下了脚步。`),
    ).toEqual(['部群众一', '分工合作', '活动中大']);
  });

  it('do not end at a letter-spaced line, which fills its measure', () => {
    expect(
      starts(`
        部群众一千余人参加了活动，栽下树苗四千
        余 棵 ， 受 到 群 众 好 评 。
        专家说这些树苗都是从外地调运来的优良品
        种，每一棵都经过了严格的挑选和检疫检验
        确保成活。`),
    ).toHaveLength(1);
  });

  it('see a measure that changes midway', () => {
    expect(
      starts(`
        近日东山镇组织开展了春
        季义务植树活动，全镇干
        部群众一千余人参加活动
        并栽下树苗四千余棵，受到了群众的热烈欢迎和
        一致好评，大家分工合作，挖坑扶苗培土浇水，
        每一道工序都做得认真仔细，现场一派繁忙。`),
    ).toHaveLength(1);
  });

  it('may begin inside two lines that were run together', () => {
    expect(
      starts(`
        近日东山镇组织开展了春季
        义务植树活动，全镇干部群
        众一千余人参加。活动中大家分工合作挖
        坑扶苗培土浇水，每一道工
        序都做得认真仔细，现场是
        一派繁忙。`),
    ).toEqual(['近日东山', '活动中大']);
  });
});

describe('English paragraphs', () => {
  const body = `
    The council voted on Monday night to build a new bridge
    over the river and to close the old ferry.
    Work on the bridge will begin in May, the mayor said, and
    the first cars are expected to cross in two years. Some of
    the boatmen spoke against it.
    “We have carried this town for a hundred years,” said one
    of them.`;

  it('need no indent where last lines are short', () => {
    expect(starts(body, 8)).toEqual(['The coun', 'Work on ', '“We have']);
  });

  it('go on in a small letter, whatever the width', () => {
    expect(
      starts(`
        The council of the town voted on Monday night to build it
        quickly.
        over the river there was no joy at all among the boatmen`),
    ).toHaveLength(1);
  });

  it('do not end behind an abbreviation at a full line’s end', () => {
    expect(
      starts(`
        The speech was given by the chairman of the board, Mr.
        Richard Lacy, who said that the company would not be sold
        and that the old works would be kept open for the men.`),
    ).toHaveLength(1);
  });

  it('are told by the blank lines of text whose paragraphs stand apart', () => {
    const apart = Array.from({ length: 6 }, (_, i) => [
      `Le conseil de la ville ${i} a voté lundi soir la construc-`,
      'tion d’un pont neuf sur la rivière, et la fin du vieux bac',
      'qui sert le village depuis cent ans.',
      '',
    ])
      .flat()
      .join('\n');
    expect(starts(`${apart}\nEt puis voilà que tout le monde est content`, 12)).toHaveLength(7);
  });
});

describe('text that kept its indents', () => {
  /** Paragraphs whose last lines fill the measure: only the indent tells. */
  const chinese = (n: number): readonly string[] => [
    `　　${'一二三四五六七八九'[n]}队的植树活动从清晨开始了`,
    '全镇干部群众一千余人参加了这',
    '次活动一共栽下树苗四千余棵。',
  ];

  it('begins a paragraph at each indent (U+3000)', () => {
    const lines = [0, 1, 2, 3].flatMap((n) => [...chinese(n), '成活率高。']).concat(chinese(4), chinese(5));
    expect(paragraphs(finished(`a1 body ␣${lines.join('|')}`))).toHaveLength(6);
  });

  it('means the same with a blank line between all lines', () => {
    const lines = [0, 1, 2, 3].flatMap((n) => [...chinese(n), '成活率高。']).concat(chinese(4), chinese(5));
    expect(paragraphs(finished(`a1 body ␣${lines.join('||')}`))).toHaveLength(6);
  });

  it('begins one behind no full stop too, in a column that stands to the right', () => {
    const margin = '␣'.repeat(40);
    const lines = Array.from({ length: 6 }, () => [
      `${margin}␣␣␣␣The council voted on Monday night to build it`,
      `${margin}over the river, and closed the old ferry that had`,
      `${margin}carried the village for a hundred years or more.`,
      `${margin}It was late.`,
    ]).flat();
    expect(paragraphs(finished(`a1 body ${lines.join('|')}`))).toHaveLength(6);
  });
});

describe('seams between columns', () => {
  it('run on when the sentence is open, and break behind a short last line', () => {
    const open = finished(`
      a1 body 近日东山镇组织开展了春季义务植树活|动全镇干部群众一千余人参加了这次活
      -  ad   遗失声明
      a1 body 动，栽下树苗四千余棵，受到了群众的|热烈欢迎和一致好评，现场一派繁忙。
    `);
    expect(paragraphs(open)).toHaveLength(1);
    const closed = finished(`
      a1 body 近日东山镇组织开展了春季义务植树活|动全镇干部群众一千余人参加。
      -  ad   遗失声明
      a1 body 活动中大家分工合作挖坑扶苗培土|浇水，每一道工序都做得认真仔细，现|场一派繁忙的景象。
    `);
    expect(paragraphs(closed)).toHaveLength(2);
  });
});
