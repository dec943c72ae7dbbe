/**
 * Words that scanners misread, where what they read is no word: 自已 for 自己, govemment for government. A row whose
 * wrong form can stand in right text says where it can't by what stands around it. All rows are tried on every line; their
 * order means nothing.
 */
import type { LanguageId } from '../../languages/names.ts';

interface Row {
  /** What is read; matches the wrong signs only, with what has to stand around them looked at. */
  readonly wrong: string;
  readonly right: string;
  /** A line as it comes from the scanner. */
  readonly line: string;
}

const zh: readonly Row[] = [
  { wrong: '自(?:已|巳)(?!经)', right: '自己', line: '他靠自已的双手脱贫致富' },
  { wrong: '(?<!自|知|异|克|律|于)(?:己|巳)经', right: '已经', line: '工程己经全部完工' },
  { wrong: '(?<!自|知|异|克)己成(?!人)', right: '已成', line: '目前己成为当地的支柱产业' },
  { wrong: '末来(?!源)', right: '未来', line: '面向末来五年的发展规划' },
  { wrong: '从末', right: '从未', line: '这条路从末中断过' },
  { wrong: '(?<![年月周期季世])末(?=[能经曾必及时见满])', right: '未', line: '因大雨末能按期举行' },
  { wrong: '未(?=[梢尾])', right: '末', line: '排在队伍的未尾' },
  { wrong: '(?<=人|战|护|硕|博|女|院)土(?![地壤木豆产特质方改石])', right: '士', line: '社会各界人土参加了仪式' },
  { wrong: '(?<!战|护|人|女|院)士地', right: '土地', line: '流转士地三千亩' },
  { wrong: '(?<![〇零一二三四五六七八九十百千万两几数若])千部', right: '干部', line: '村千部带头清扫积雪' },
  { wrong: '(?<=\\d\\s?月\\s?\\d{1,2}\\s?|今|昨|近|明|次|节|生)曰', right: '日', line: '4月19曰上午，会议召开' },
  { wrong: '(?<![进深步迁转纳投走收加诱输切融])入民(?=[政法日群币医])', right: '人民', line: '县入民政府发出通知' },
  { wrong: '贫因(?=户|村|县|人|地|家|群|学|面)', right: '贫困', line: '帮扶贫因户二十户' },
  { wrong: '(?<![原起成前后病内外远近基])因难', right: '困难', line: '克服因难，按时完工' },
  { wrong: '建没(?=[一的中好和工项者成])', right: '建设', line: '加快建没一批重点项目' },
  { wrong: '设汁', right: '设计', line: '由省设汁院承担' },
  { wrong: '统汁', right: '统计', line: '据不完全统汁' },
  { wrong: '汁划', right: '计划', line: '五年汁划提前实现' },
  { wrong: '发屉', right: '发展', line: '促进农业发屉' },
  { wrong: '夭气', right: '天气', line: '受夭气影响，航班推迟' },
  { wrong: '工怍', right: '工作', line: '总结全年工怍' },
  { wrong: '杜会(?=主|各|保|化|发|治|上)', right: '社会', line: '走杜会主义道路' },
];

const en: readonly Row[] = [
  { wrong: 'tbe', right: 'the', line: 'in tbe first quarter of the year' },
  { wrong: 'tlie', right: 'the', line: 'before tlie end of the month' },
  { wrong: 'thc', right: 'the', line: 'one of thc largest buyers' },
  { wrong: 'tbat', right: 'that', line: 'He said tbat the price had fallen' },
  { wrong: 'tliat', right: 'that', line: 'the report tliat was read' },
  { wrong: 'wbich', right: 'which', line: 'a plan wbich would cut output' },
  { wrong: 'wliich', right: 'which', line: 'the vote wliich followed' },
  { wrong: 'witb', right: 'with', line: 'talks witb the ministers' },
  { wrong: 'bave', right: 'have', line: 'prices bave risen since' },
  { wrong: 'ofthe', right: 'of the', line: 'the end ofthe war' },
  { wrong: 'inthe', right: 'in the', line: 'a fall inthe dollar' },
  { wrong: 'govemment', right: 'government', line: 'the govemment said on Monday' },
  { wrong: 'Govemment', right: 'Government', line: 'His Majesty’s Govemment' },
  { wrong: 'govemor', right: 'governor', line: 'the govemor of the bank' },
  { wrong: 'Govemor', right: 'Governor', line: 'Govemor Long spoke' },
  { wrong: 'intemational', right: 'international', line: 'an intemational conference' },
  { wrong: 'Intemational', right: 'International', line: 'the Intemational Monetary Fund' },
  { wrong: 'intemal', right: 'internal', line: 'intemal affairs' },
  { wrong: 'extemal', right: 'external', line: 'extemal debt' },
  { wrong: 'concemed', right: 'concerned', line: 'as far as we are concemed' },
  { wrong: 'concem', right: 'concern', line: 'a matter of concem' },
  { wrong: 'retumed', right: 'returned', line: 'has retumed from London' },
  { wrong: 'westem', right: 'western', line: 'the westem provinces' },
  { wrong: 'Westem', right: 'Western', line: 'Westem Union' },
  { wrong: 'eastem', right: 'eastern', line: 'along the eastem coast' },
  { wrong: 'northem', right: 'northern', line: 'in northem France' },
  { wrong: 'southem', right: 'southern', line: 'the southem states' },
  { wrong: 'joumal', right: 'journal', line: 'the joumal of the house' },
];

const ROWS: Partial<Record<LanguageId, readonly Row[]>> = { zh, en };

/** All rows of a language, for tests. */
export const confusableRows = (language: LanguageId): readonly Row[] => ROWS[language] ?? [];

interface Compiled {
  /** Matches wherever a row may; most lines have nothing of the kind. */
  readonly any: RegExp;
  readonly rows: readonly { readonly pattern: RegExp; readonly right: string }[];
}
const compiled = new Map<LanguageId, Compiled>();

/** What a pattern says of its surroundings. Nothing in it is in brackets again. */
const AROUND = /\(\?<?[=!][^)]*\)/gu;

function patternsOf(language: LanguageId): Compiled {
  const known = compiled.get(language);
  if (known) return known;
  const rows = confusableRows(language);
  const word = (wrong: string) => (language === 'zh' ? wrong : `(?<![\\p{L}\\p{N}])${wrong}(?![\\p{L}\\p{N}])`);
  const made = {
    any: new RegExp(rows.map(({ wrong }) => wrong.replace(AROUND, '')).join('|') || '(?!)', 'u'),
    rows: rows.map(({ wrong, right }) => ({ pattern: new RegExp(word(wrong), 'gu'), right })),
  };
  compiled.set(language, made);
  return made;
}

/** A misread word: its place in the line, what is read and what it should be. */
export interface Misread {
  readonly index: number;
  readonly found: string;
  readonly instead: string;
}

/** The misread words of a line. */
export function misreadIn(text: string, language: LanguageId): readonly Misread[] {
  const { any, rows } = patternsOf(language);
  if (!any.test(text)) return [];
  return rows.flatMap(({ pattern, right }) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ index, found, instead: right })),
  );
}
