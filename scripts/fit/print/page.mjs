/**
 * A newspaper page as HTML, for Chromium to print: frames in rows, each frame an article or two, a head above, beside or
 * amid its text, text in columns, pictures with captions, briefs in a box, notices, a page header. The order in which
 * heads and texts are painted (`z-index`: Chromium writes a PDF in painting order) is not that of the page:
 * extractors that follow it leave bodies before heads.
 */
import { Dice } from '../dice.mjs';
import { headsOf } from '../material.mjs';

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Words of 8 letters and more may be parted at a vowel before a consonant, as hyphenation would. */
const parted = (text) =>
  text.replace(/\p{L}{8,}/gu, (word) => word.replace(/(?<=.{3}[aeiouy])(?=[bcdfghlmnprstvw].{3})/g, '\u00ad'));

/** `z-index` of what is painted first; page headers and section titles lie below or above the frames. */
const FIRST = 200;
/** Places for frames painted out of their order: more than any page has frames. */
const PLACES = 91;

const headFirst = (place) => ({ head: FIRST + 2 * place, text: FIRST + 2 * place + 1 });
const textFirst = (place) => ({ head: FIRST + 2 * place + 1, text: FIRST + 2 * place });
const chosen = (chance) => FIRST + Math.floor(chance * (PLACES - 1));

/** Ways to paint a page: `z-index` of the head and the text of frame `k`, by `chance` (0 to below 1) and more from `random`. */
const PAINTS = {
  'head-body': headFirst,
  'body-head': textFirst,
  // Two texts, then their two heads.
  pairs: (k) => {
    const text = FIRST + (k >> 1) * 4 + (k & 1);
    return { head: text + 2, text };
  },
  'bodies-first': (k) => ({ head: 2 * FIRST + k, text: FIRST + k }),
  rtl: (k) => headFirst(PLACES - 1 - k),
  // 37 and 91 have no common factor: every frame has a place of its own.
  frames: (k) => headFirst((k * 37) % PLACES),
  shuffled: (_, chance, random) => {
    random(); // drawn for which comes first, which says nothing here
    return { head: chosen(chance), text: chosen(random()) };
  },
  mixed: (k, _, random) => (random() < 0.5 ? headFirst(k) : textFirst(k)),
};

export class PrintedPage extends Dice {
  /** @param wide set for text laid out in columns: with gutters that stay visible */
  constructor(material, random, wide) {
    super(random);
    this.cjk = material.cjk;
    this.material = material;
    /** What is printed, in source order: `{ article, role, text }`. */
    this.pieces = [];
    this.type = this.between(12, 15);
    this.paint = this.pick(Object.keys(PAINTS));
    this.frames = 0;
    this.indented = random() < 0.8;
    this.justified = random() < 0.8;
    // Poppler sets columns that are nearer than that on one line.
    const nearest = this.cjk ? 2.2 : 1.6;
    this.gap = Math.round(this.type * this.between(nearest, nearest + 1));
    this.columns = Math.round(this.between(4, 6)) - (wide ? 1 : 0);
    this.width = Math.round(this.columns * this.type * (this.cjk ? this.between(14, 24) : this.between(17, 30)));
  }

  /** A piece of print, painted at `z`. */
  piece(tag, article, role, text, z, style = '') {
    this.pieces.push({ article, role, text });
    const shown = this.cjk ? escaped(text) : parted(escaped(text));
    return `<${tag} class="${role}" style="position:relative;z-index:${z};${style}">${shown}</${tag}>`;
  }

  /** `z-index` of the head and of the text of the next frame. Each frame draws once, asked or not: printed pages stay so. */
  order() {
    return PAINTS[this.paint](this.frames++, this.random(), this.random);
  }

  head(article, id, span, z) {
    const size = this.type * Math.min(1.2 + span * this.between(0.3, 0.7), 4);
    const scale = { kicker: 0.6, headline: 1, subhead: 0.6, lede: 0.45 };
    const align = this.pick(['center', 'left', 'left']);
    return headsOf(article, this.cjk, this)
      .map(({ role, text }) => {
        const em = Math.max(size * scale[role], this.type);
        // Heads are broken where the editor says; the articles' file has a blank there.
        const lines = this.cjk ? text.split(/\s+/u) : [text];
        const shown = this.random() < 0.6 ? lines : [lines.join('')];
        return shown
          .map((line) => this.piece('div', id, role, line, z, `font-size:${em}px;text-align:${align};`))
          .join('');
      })
      .join('');
  }

  picture(article, id, span, z) {
    if (article.caption.length === 0) return '';
    const height = Math.round(this.between(60, 180));
    // Text runs round a picture of part of the column: its lines are short there.
    const float =
      this.random() < 0.2 ? `float:${this.pick(['left', 'right'])};width:${this.between(35, 60)}%;margin:4px;` : '';
    const caption = article.caption.map((text) => this.piece('p', id, 'caption', text, z)).join('');
    const photo = article.photo ? this.piece('p', id, 'byline', article.photo, z, 'text-align:right;') : '';
    const apart = float || (span > 1 && this.random() < 0.5 ? 'column-span:all;' : 'break-inside:avoid;');
    return `<div style="${apart}"><div style="height:${height}px;background:#ccc"></div>${caption}${photo}</div>`;
  }

  /** Body in columns, with bylines, a picture now and then amid it. */
  text(article, id, span, z) {
    const columns = this.random() < 0.8 ? span : Math.max(1, span - 1);
    const paragraphs = article.body.map((text) => this.piece('p', id, 'body', text, z));
    const at = Math.floor(this.random() * (paragraphs.length + 1));
    paragraphs.splice(at, 0, this.picture(article, id, span, z));
    const byline = (text) => this.piece('p', id, 'byline', text, z, 'text-indent:0;');
    const own = [...article.before.map(byline), ...paragraphs, ...article.after.map(byline)].join('');
    return `<div style="columns:${columns};column-gap:${this.gap}px">${own}</div>`;
  }

  frame(article, id, span) {
    const z = this.order();
    const lost = this.random() < 0.03;
    const head = article.heads.length > 0 && !lost ? this.head(article, id, span, z.head) : '';
    const text = this.text(article, id, span, z.text);
    const place = this.random();
    if (span > 1 && place < 0.1) {
      const beside = this.cjk && place < 0.03 ? 'writing-mode:vertical-rl' : 'flex:0 0 25%';
      return `<div style="display:flex;gap:${this.gap}px"><div style="${beside}">${head}</div><div>${text}</div></div>`;
    }
    if (place < 0.2) return `${text}${head}`;
    return `${head}${text}`;
  }

  briefs(articles, span) {
    if (articles.length === 0) return '';
    const z = this.order();
    const section = this.outside('section', z.head, 'text-align:center;');
    const own = articles.map((article, k) => {
      const text = article.body.map((body) => this.piece('p', `b${k + 1}`, 'body', body, z.text)).join('');
      const names = [...article.before, ...article.after].map((name) =>
        this.piece('p', `b${k + 1}`, 'byline', name, z.text),
      );
      return text + names.join('');
    });
    return `<div class="box">${section}<div style="columns:${span};column-gap:${this.gap}px">${own.join('')}</div></div>`;
  }

  outside(role, z, style = '') {
    const lines = this.pick(this.material.outside[role]);
    return lines ? lines.map((text) => this.piece('div', null, role, text.trim(), z, style)).join('') : '';
  }

  notice() {
    const z = this.order();
    return `<div class="box" style="font-size:${this.type * 0.9}px">${this.outside('ad', z.text)}</div>`;
  }

  /** How many columns each cell of a row has: all together the page's. */
  spans(most) {
    const spans = [];
    for (let left = this.columns; left > 0; ) {
      const span = spans.length + 1 >= most ? left : Math.min(left, 1 + Math.floor(this.random() * 4));
      spans.push(span);
      left -= span;
    }
    return spans;
  }

  /** One article, or two below one another. */
  cell(wanted, span) {
    const next = wanted.length > 1 && this.random() < 0.25 ? wanted.splice(0, 2) : wanted.splice(0, 1);
    return next.map(({ article, id }) => this.frame(article, id, span)).join('<div style="height:8px"></div>');
  }

  /** Frames in rows: the columns of the page dealt out to the articles. */
  rows(articles, briefs) {
    const wanted = articles.map((article, k) => ({ article, id: `a${k + 1}` }));
    const rows = [];
    while (wanted.length > 0) {
      const spans = this.spans(wanted.length);
      const notice = spans.length > 1 && this.random() < 0.2 ? spans.pop() : 0;
      const cells = spans.map((span) => ({ span, html: this.cell(wanted, span) }));
      if (notice > 0) cells.push({ span: notice, html: this.notice() });
      rows.push(cells);
    }
    const box = this.briefs(briefs, this.columns);
    if (box) rows.splice(Math.floor(this.random() * (rows.length + 1)), 0, [{ span: this.columns, html: box }]);
    if (this.random() < 0.4) rows.push([{ span: this.columns, html: this.notice() }]);
    return rows
      .map(
        (cells) =>
          `<div class="row">${this.cellsOf(cells)
            .map(({ span, html }) => `<div style="flex:${span} 1 0">${html}</div>`)
            .join('')}</div>`,
      )
      .join('');
  }

  cellsOf(cells) {
    return this.random() < 0.3 ? [...cells].reverse() : cells;
  }

  html(articles, briefs) {
    const headerAt = this.random() < 0.7 ? 1 : 990;
    const header = `<div class="row">${[0, 1, 2].map(() => `<div>${this.outside('furniture', headerAt)}</div>`).join('')}</div>`;
    const section = this.random() < 0.4 ? this.outside('section', 150) : '';
    const rows = this.rows(articles, briefs);
    const lang = this.cjk ? 'zh-CN' : 'en';
    const font = this.cjk ? `'Noto Sans CJK SC',sans-serif` : 'serif';
    return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><style>
@page{margin:0}body{margin:24px;width:${this.width}px;font:${this.type}px/${this.between(1.25, 1.6)} ${font}}
p{margin:0;text-indent:${this.indented ? (this.cjk ? '2em' : '1em') : '0'};text-align:${this.justified ? 'justify' : 'left'}}
.row{display:flex;gap:${this.gap}px;margin-bottom:${this.between(4, 18)}px}.row>div{min-width:0}
.box{border:1px solid #000;padding:4px}.headline,.kicker,.subhead{line-height:1.2}.caption{font-size:90%}
</style><body>${header}${section}${rows}</body></html>`;
  }
}
