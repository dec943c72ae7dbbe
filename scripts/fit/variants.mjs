/**
 * Pages made of the articles of the press sets, set anew: other measures, other orders of heads and bodies, other
 * spacing, bodies in several runs, texts that interrupt one another. The models see many ways of making a page instead
 * of the few of thirty issues. A page takes its articles from one fold only, so that cross-validation stays honest.
 */
import { readSheet } from '../../electron/segmenter/lines/sheet.ts';
import { emOf } from '../../electron/segmenter/lines/width.ts';
import { issueOf } from '../../shared/model/issue.ts';
import { randomFrom } from './boost.mjs';
import { ragged, scanned, tableBlock } from './clutter.mjs';
import { Dice } from './dice.mjs';
import { clausesOf, headsOf, materials } from './material.mjs';

const NO_LINE_START = /[，。、；：？！”’）》」』…,.;:?!)]/u;

/** Lines of at most `measure` em; CJK breaks between any characters, other text between words, at times within. */
function wrap(text, measure, random, indent = '') {
  const cjk = /\p{Script=Han}/u.test(text);
  const parts = cjk ? (text.match(/[\x21-\x7e]+|[^\x21-\x7e]/gu) ?? []) : text.split(/\s+/).map((word) => `${word} `);
  const lines = [];
  let line = indent;
  for (const part of parts) {
    if (
      line.trim() &&
      emOf(line.trimEnd()) + emOf(part.trimEnd()) > measure + 0.01 &&
      !(cjk && NO_LINE_START.test(part))
    ) {
      const room = Math.floor((measure - emOf(line)) * 2) - 1;
      if (!cjk && part.length > 8 && room > 2 && random() < 0.5) {
        lines.push(`${line}${part.slice(0, room)}-`);
        line = part.slice(room);
        continue;
      }
      lines.push(line);
      line = part.trimStart();
    } else line += part;
  }
  if (line.trim()) lines.push(line);
  return lines.map((l) => l.trimEnd());
}

/** A justified line of a narrow column as extractors shatter it: a line for each word. */
const shattered = (text, cjk) =>
  (cjk ? (text.match(/[\x21-\x7e]+|[^\x21-\x7e\s]+/gu) ?? [text]) : text.split(/\s+/)).filter((part) => part.trim());

class PageMaker extends Dice {
  constructor(material, random) {
    super(random);
    this.material = material;
    this.cjk = material.cjk;
    this.used = 0;
    this.blocks = [];
    this.indented = random() < 0.5;
    this.spaced = random() < (this.cjk ? 0.6 : 0.3);
    this.blankBetween = random() < 0.6;
    this.rowMeasure = this.measure();
    this.shatters = random() < (this.cjk ? 0.06 : 0.3) ? 0.025 : 0;
    this.looseDigits = this.cjk && random() < 0.35;
    this.letterSpaced = this.cjk && random() < 0.2 ? 0.02 : 0;
    this.ocr = random() < 0.15 ? random() * 0.015 : 0;
    this.reflowed = !this.cjk && random() < 0.25;
    this.joined = random() < (this.cjk ? 0.08 : 0.15) ? this.between(0.03, 0.2) : 0;
    this.torn = this.joined > 0 ? this.between(0, 0.06) : 0;
  }

  measure() {
    return this.cjk ? Math.round(this.between(11, 27)) : this.between(12, 30);
  }

  headBlock(article, id) {
    const wide = this.random() < 0.03;
    const width = wide ? 30 : this.cjk ? this.between(4, 14) : this.between(4, 16);
    const lines = headsOf(article, this.cjk, this).flatMap(({ role, text: printed }) => {
      // The articles' file joins the lines of a head by blanks; Chinese heads have none within a line.
      const text = this.cjk ? printed.replace(/\s+/gu, '') : printed;
      const measure =
        role === 'lede' ? this.between(25, 45) : role === 'headline' ? width : width * this.between(1, 2.5);
      return wrap(text, measure, this.random).map((line) => ({ text: line, article: id, role }));
    });
    // Vertical heads come out with a character a line.
    const vertical = this.cjk && !wide && this.random() < 0.03;
    const set = vertical ? lines.flatMap((line) => [...line.text].map((text) => ({ ...line, text }))) : lines;
    return set.length > 0 ? [{ kind: 'head', lines: set }] : [];
  }

  textBlocks(article, id, measure) {
    const indent = this.indented ? (this.cjk ? '　　' : '  ') : '';
    const own = [];
    for (const text of article.before) own.push({ text, article: id, role: 'byline' });
    let width = measure;
    const changeAt = this.random() < 0.15 ? Math.floor(this.random() * article.body.length) : -1;
    article.body.forEach((text, p) => {
      if (p === changeAt) width = this.measure();
      const crosshead =
        p > 1 && this.random() < 0.005 && this.pick(clausesOf([text], this.cjk).filter((c) => c.size <= 12));
      if (crosshead) own.push({ text: crosshead.text, article: id, role: 'body' });
      for (const line of wrap(text, width, this.random, indent)) own.push({ text: line, article: id, role: 'body' });
    });
    for (const text of article.after) own.push({ text, article: id, role: 'byline' });
    const blocks = [];
    let rest = own;
    while (rest.length > 12 && this.random() < 0.3) {
      const at = 4 + Math.floor(this.random() * (rest.length - 8));
      blocks.push({ kind: 'text', lines: rest.slice(0, at) });
      rest = rest.slice(at);
    }
    if (rest.length > 0) blocks.push({ kind: 'text', lines: rest });
    return blocks;
  }

  captionBlock(article, id) {
    if (article.caption.length === 0) return [];
    const measure = this.measure() * this.between(0.6, 1.5);
    const lines = article.caption
      .flatMap((text) => wrap(text, measure, this.random))
      .map((text) => ({ text, article: id, role: 'caption' }));
    if (article.photo) lines.push({ text: article.photo, article: id, role: 'byline' });
    return [{ kind: 'caption', lines }];
  }

  /** The blocks of the page in an order that extractors leave. */
  order(articles) {
    const style = this.pick([
      'head-body',
      'head-body',
      'body-head',
      'body-head',
      'bodies-first',
      'pairs',
      'heads-first',
      'shuffled',
      'mixed',
    ]);
    const sets = articles.map((article, k) => {
      const id = `a${k + 1}`;
      const head =
        article.heads.length > 0 && (!article.brief || this.random() < 0.1) ? this.headBlock(article, id) : [];
      return { head, text: this.textBlocks(article, id, this.measure()), caption: this.captionBlock(article, id) };
    });
    const blocks = [];
    const put = (style, group) => {
      if (style === 'head-body') for (const s of group) blocks.push(...s.head, ...s.text, ...s.caption);
      else if (style === 'body-head') for (const s of group) blocks.push(...s.text, ...s.caption, ...s.head);
      else if (style === 'heads-first')
        blocks.push(...group.flatMap((s) => s.head), ...group.flatMap((s) => [...s.text, ...s.caption]));
      else if (style === 'shuffled')
        blocks.push(...this.shuffled(group.flatMap((s) => [s.head, s.text, s.caption])).flat());
      else blocks.push(...group.flatMap((s) => [...s.text, ...s.caption]), ...group.flatMap((s) => s.head));
    };
    if (style === 'pairs') for (let k = 0; k < sets.length; k += 2) put('bodies-first', sets.slice(k, k + 2));
    else if (style === 'mixed') for (const s of sets) put(this.pick(['head-body', 'body-head', 'shuffled']), [s]);
    else put(style, sets);
    return this.disturbed(blocks, style);
  }

  /** Now and then a block stands where it does not belong, as text in several columns does. */
  disturbed(blocks, style) {
    const calm = style === 'shuffled' ? 0 : this.random() < 0.45 ? 0 : 0.1;
    const result = [...blocks];
    for (let k = 0; k + 1 < result.length; k++)
      if (this.random() < calm) [result[k], result[k + 1]] = [result[k + 1], result[k]];
    return result;
  }

  outsideBlock(role) {
    const lines = this.pick(this.material.outside[role]);
    return lines ? [{ kind: 'out', lines: lines.map((text) => ({ text, article: null, role })) }] : [];
  }

  page(main, briefs) {
    let blocks = this.order(main);
    const row = briefs.flatMap((article, k) => this.textBlocks(article, `b${k + 1}`, this.rowMeasure));
    if (row.length > 0) {
      const at = Math.floor(this.random() * (blocks.length + 1));
      blocks.splice(at, 0, ...(this.random() < 0.7 ? this.outsideBlock('section') : []), ...row);
    }
    for (const [role, share] of [
      ['section', 0.5],
      ['ad', 0.5],
      ['ad', 0.3],
    ])
      if (this.random() < share)
        blocks.splice(Math.floor(this.random() * (blocks.length + 1)), 0, ...this.outsideBlock(role));
    while (this.random() < 0.15) blocks.splice(Math.floor(this.random() * (blocks.length + 1)), 0, ...tableBlock(this));
    const furniture = [
      ...this.outsideBlock('furniture'),
      ...(this.random() < 0.7 ? this.outsideBlock('furniture') : []),
    ];
    blocks = this.random() < 0.6 ? [...furniture, ...blocks] : [...blocks, ...furniture];
    return this.printed(blocks);
  }

  /** With the blanks that extractors leave: round digits, between all characters of a stretched line. */
  loosened(text) {
    if (this.random() < this.letterSpaced) return [...text].join(' ');
    if (!this.looseDigits) return text;
    return text
      .replace(/(?<=\p{Script=Han})(?=\d)/gu, () => (this.random() < 0.6 ? ' ' : ''))
      .replace(/(?<=\d)(?=\p{Script=Han})/gu, () => (this.random() < 0.4 ? ' ' : ''));
  }

  printed(blocks) {
    const raw = [];
    const gold = [];
    blocks.forEach((block, b) => {
      const airy = block.kind === 'text' && this.spaced && this.random() < 0.8;
      if (b > 0 && this.blankBetween && this.random() < 0.93) raw.push('');
      ragged(block.lines, this).forEach(({ text, article, role }, k) => {
        if (k > 0 && (airy ? this.random() < 0.96 : this.blankBetween && this.random() < 0.01)) raw.push('');
        const shown = this.loosened(scanned(text, this.ocr, this.random));
        const parts = role === 'body' && this.random() < this.shatters ? shattered(shown, this.cjk) : [shown];
        for (const part of parts) {
          if (!part.trim()) continue;
          raw.push(part);
          gold.push({ article, role });
        }
      });
    });
    return { text: `${raw.join('\n')}\n`, gold };
  }
}

/** `pages` variants for every fold of the issues given, all of one language. */
export function variantsOf(issues, set, pages, weight) {
  return materials(issues).flatMap(({ fold, material }) =>
    Array.from({ length: pages }, (_, n) => {
      const random = randomFrom(1000 * fold + n + (material.cjk ? 7 : 77777));
      const maker = new PageMaker(material, random);
      const all = material.articles;
      const long = maker.shuffled(all.filter((a) => !a.brief)).slice(0, 4 + Math.floor(random() * 6));
      const briefs =
        random() < 0.4 ? maker.shuffled(all.filter((a) => a.brief)).slice(0, 2 + Math.floor(random() * 4)) : [];
      const { text, gold } = maker.page(long, briefs);
      const issue = issueOf(text);
      return { set, name: `${set}-${fold}-${n}`, base: null, weight, fold, issue, sheet: readSheet(issue), gold };
    }),
  );
}
