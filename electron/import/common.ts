/**
 * How common a character is in printed text, as far as a detector of encodings needs to know: text that is decoded
 * in the wrong way is made of rare characters. Two sources, neither of them a corpus: the standards' own first levels
 * (the commonest half of each national table), and the few characters that make up about half of any text.
 */

import { TextDecoder } from 'node:util';

/** The most frequent characters of Chinese (both scripts), Japanese and Korean running text and their punctuation. */
const FREQUENT = [
  '的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长',
  '知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市',
  '提建展记通强社区体党委农村县领导活组织会议经济企业项目服务管理群众干部报讯者本摄影版责编辑期星',
  '這個國來說們為時會學對還過後發當經頭開無從動兩長現與進實點聲話兒種間業電門東問給幾機見車員報區體黨農縣領導組織議濟項務眾幹訊責編輯',
  'のにはをたがでてとしれさいるなあこらもかすりまきくせつそんっょちみおよけえめわどろやうだじばへべずぶゃゅげござびぐほゆひふむねぬアイウエオカキクコサシスセタチテトナニノハバパフプマミムメモャュョラリルレロワンッー日本年月大人',
  '이다는에의가을고로하지은사기를도한나어서자리아해그인들시대으일정부수과보있전장년여게만주국제원공적상경성면구조니요계관세동중위연신와소무했에서까오우발유물통방당회분문고선미데려법실화개안생',
  '，。、；：？！“”‘’（）《》〈〉「」『』【】—…·・～￥％　０１２３４５６７８９',
].join('');

/** Lead bytes (inclusive) of a standard's first level, and of its trail bytes. */
const LEVELS = [
  { encoding: 'gb18030', lead: [0xb0, 0xd7], trail: [0xa1, 0xfe] },
  { encoding: 'big5', lead: [0xa4, 0xc6], trail: [0x40, 0xfe] },
  { encoding: 'shift_jis', lead: [0x88, 0x98], trail: [0x40, 0xfc] },
] as const;

let tables: { readonly frequent: ReadonlySet<string>; readonly level: ReadonlySet<string> } | undefined;

function common() {
  if (tables) return tables;
  const level = new Set<string>();
  for (const { encoding, lead, trail } of LEVELS) {
    const decoder = new TextDecoder(encoding, { fatal: true });
    for (let a = lead[0]; a <= lead[1]; a++)
      for (let b = trail[0]; b <= trail[1]; b++) {
        const c = decodedOrNull(decoder, Uint8Array.of(a, b));
        if (c && /^\p{Script=Han}$/u.test(c)) level.add(c);
      }
  }
  tables = { frequent: new Set(FREQUENT), level };
  return tables;
}

function decodedOrNull(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

const LETTER = /[A-Za-z]/;
/** Accented letters of the West; typographic marks of its printers. */
const ACCENTED = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ffŒœŠšŽžŸ]/;
const TYPOGRAPHIC = /[\u2010-\u201f\u2020-\u2022\u2026\u2030\u2039\u203a€™£§°«»·½¼¾©®¿¡\u00ad\u00a0]/;

/**
 * What one character of decoded text says for the decoding: 1 as in running text, around 0 nothing, below 0 that it
 * is wrong. `before` and `after` are its neighbours: an accented letter stands among letters of the alphabet, not
 * among its like, and no Chinese character stands inside a word of letters.
 */
export function plausible(c: string, before: string, after: string): number {
  let kind = kinds.get(c);
  if (kind === undefined) {
    kind = kindOf(c);
    kinds.set(c, kind);
  }
  if (typeof kind === 'number') return kind >= 0 && isEastern(c) && isLetter(before) && isLetter(after) ? -0.8 : kind;
  if (kind === 'accented') return accentFits(c, before, after) ? 1 : -0.6;
  if (kind === 'typographic') return isHigh(before) && isHigh(after) ? -0.4 : 0.8;
  return isHigh(before) || isHigh(after) ? -0.6 : 0.3;
}

/** What is known of a character without its neighbours: its verdict, or how to find it. */
type Kind = number | 'accented' | 'typographic' | 'western';
const kinds = new Map<string, Kind>();

function kindOf(c: string): Kind {
  const { frequent, level } = common();
  const code = c.codePointAt(0) ?? 0;
  if (code === 0xfffd || isControl(code)) return -4;
  if (isPrivateUse(code) || /^\p{Cn}$/u.test(c)) return -2;
  if (frequent.has(c)) return 1;
  if (level.has(c)) return 0.2;
  if (ACCENTED.test(c)) return 'accented';
  if (TYPOGRAPHIC.test(c)) return 'typographic';
  if (code < 0x250) return 'western';
  if (/^[\uff61-\uff9f]$/.test(c)) return -0.6;
  if (/^[\u3000-\u303f\uff01-\uff5e\u2460-\u2473\u25a0-\u25ff\u3040-\u30ff]$/.test(c)) return 0.3;
  if (/^\p{Script=Hangul}$/u.test(c)) return -0.1;
  return -0.6;
}

const isEastern = (c: string) => c.charCodeAt(0) >= 0x3040;
const isLetter = (c: string) => LETTER.test(c);
const isHigh = (c: string) => c !== '' && c.charCodeAt(0) > 0x7f;

/** `café`, `Übel`, `à la`: no capital after a small letter, and not between two others of its kind. */
function accentFits(c: string, before: string, after: string): boolean {
  if (ACCENTED.test(before) && ACCENTED.test(after)) return false;
  const isCapital = c !== c.toLowerCase();
  if (isCapital && /[a-z]/.test(before)) return false;
  return LETTER.test(before) || LETTER.test(after) || (!isHigh(before) && !isHigh(after));
}

/** Whether the unit is a control that no text holds; tab, line ends and form feed are none. */
export const isControl = (code: number): boolean =>
  (code < 0x20 && !(code >= 0x09 && code <= 0x0d)) || (code >= 0x7f && code <= 0x9f);

const isPrivateUse = (code: number) => (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
