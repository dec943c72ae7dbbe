/**
 * Pages made of the articles of the press sets (`material.mjs`), really printed and read back: the order in which poppler
 * reads columns, lines that hold two columns, letter-spaced lines and text laid out in columns can be had in no other way.
 */
import { readSheet } from '../../electron/segmenter/lines/sheet.ts';
import { issueOf } from '../../shared/model/issue.ts';
import { randomFrom } from './boost.mjs';
import { scanned } from './clutter.mjs';
import { materials } from './material.mjs';
import { claimed } from './print/claim.mjs';
import { PrintedPage } from './print/page.mjs';
import { printed } from './print/press.mjs';

const READ = ['default', 'default', 'default', 'layout', 'raw'];

/** Share of lines whose owner is unknown, at most: pages with more are mostly lines of two columns. */
const UNCLAIMED = 0.12;

/** `pages` printed pages for every fold of the issues given, all of one language. */
export async function printedOf(issues, set, pages, weight) {
  const made = materials(issues).flatMap(({ fold, material }) =>
    Array.from({ length: pages }, (_, n) => {
      const read = READ[n % READ.length];
      const random = randomFrom(5000 * fold + n + (material.cjk ? 11 : 33333));
      const page = new PrintedPage(material, random, read === 'layout');
      const long = page.shuffled(material.articles.filter((a) => !a.brief)).slice(0, Math.round(page.between(4, 9)));
      const short = page.shuffled(material.articles.filter((a) => a.brief));
      const briefs = page.random() < 0.4 ? short.slice(0, Math.round(page.between(2, 5))) : [];
      return { fold, n, page, html: page.html(long, briefs), width: page.width, read };
    }),
  );
  const texts = await printed(made);
  const read = made.map(({ fold, n, page, read: way }, k) => {
    const text = damaged(texts[k], page, way);
    const gold = claimed(
      readSheet(issueOf(text)).lines.map((line) => line.text),
      page.pieces,
    );
    // A lost character moves the columns of a layout; they would be cut elsewhere.
    const issue = issueOf(way === 'layout' ? text : misread(text, page));
    const sheet = readSheet(issue);
    if (sheet.lines.length !== gold.length) throw new Error(`${set}-${fold}-${n}: errors of recognition cost a line`);
    return { set, name: `${set}-${fold}-${n}`, base: null, weight, fold, issue, sheet, gold };
  });
  return read.filter(({ gold }) => gold.filter((line) => line === null).length <= UNCLAIMED * gold.length);
}

/** Errors of recognition on some pages, lost glyphs on all; never a blank nor a whole line, so that lines stay lines. */
function misread(text, page) {
  const rate = page.random() < 0.2 ? page.between(0.002, 0.015) : 0.0003;
  return text.replace(/\S{4,}/gu, (run) => scanned(run, rate, page.random) || run);
}

/** As texts come to an archive: indents lost, blanks round digits, blank lines between the lines of a text. */
function damaged(text, page, read) {
  // A soft hyphen that parts nothing comes out as itself, one at the end of a line as U+2010.
  const lines = text
    .replace(/[\f\u00ad]/g, '')
    .replace(/ ?\u2010$/gm, '-')
    .split('\n');
  const wide = page.cjk && read === 'layout' && page.random() < 0.6;
  const airy = page.random() < (page.cjk ? 0.6 : 0.3);
  const flush = read !== 'layout' && page.random() < 0.5;
  const loose = page.cjk && page.random() < 0.35;
  let spaced = false;
  return lines
    .flatMap((line) => {
      let shown = wide ? line.replace(/ /g, () => (page.random() < 0.35 ? '\u3000' : ' ')) : line;
      if (flush) shown = shown.trimStart();
      if (loose)
        shown = shown.replace(/(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu, () =>
          page.random() < 0.5 ? ' ' : '',
        );
      if (!line.trim()) spaced = airy && page.random() < 0.8;
      return spaced && line.trim() && page.random() < 0.96 ? [shown, ''] : [shown];
    })
    .join('\n');
}
