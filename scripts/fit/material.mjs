/** What pages are made of: the articles of the press sets, and their lines that are no article's, a fold at a time. */
import { readFileSync } from 'node:fs';

/** The roles of a head, from above as printed. */
const HEADS = ['kicker', 'headline', 'subhead', 'lede'];

/** What the page maker needs of an issue's articles, and its lines that are no article's. */
function materialOf(issue) {
  const data = JSON.parse(readFileSync(`${issue.base}.articles.json`, 'utf8')).articles;
  const lines = issue.sheet.lines.map((line, i) => ({ text: line.text, gold: issue.gold[i] }));
  const outside = { furniture: [], section: [], ad: [] };
  let group = null;
  lines.forEach(({ text, gold }) => {
    if (gold && gold.article === null && outside[gold.role]) {
      if (group?.role === gold.role && gold.role === 'ad') group.lines.push(text);
      else {
        group = { role: gold.role, lines: [text] };
        outside[gold.role].push(group.lines);
      }
    } else group = null;
  });
  const articles = Object.entries(data).map(([id, article]) => {
    const own = lines.map((line, i) => ({ ...line, i })).filter((line) => line.gold?.article === id);
    const firstBody = own.find((line) => line.gold.role === 'body')?.i ?? 0;
    const bylines = own.filter((line) => line.gold.role === 'byline');
    const photo = bylines.filter((line) => /摄|图|[Pp]hoto/u.test(line.text)).at(-1)?.text ?? null;
    const names = bylines.filter((line) => line.text !== photo);
    return {
      heads: HEADS.flatMap((role) => (article[role] ? [{ role, text: article[role] }] : [])),
      before: names.filter((line) => line.i < firstBody).map((line) => line.text),
      after: names.filter((line) => line.i > firstBody).map((line) => line.text),
      photo,
      body: article.paragraphs.filter((p) => !p.caption && article.kind !== 'photo').map((p) => p.text),
      caption: article.paragraphs.filter((p) => p.caption || article.kind === 'photo').map((p) => p.text),
      brief: article.kind === 'brief',
    };
  });
  return { articles, outside };
}

/** Clauses of a text that could stand alone: `size` in characters (CJK) or words, `stop` the sign after it. */
export function clausesOf(paragraphs, cjk) {
  return paragraphs.flatMap((text) =>
    [
      ...text.matchAll(
        cjk
          ? /(?<=[。！？，；]|^)([^。！？，；：“”（）]{5,80})([。！？，；])/gu
          : /(?<=[.!?] |^)([A-Z][^.!?“”()]{14,160})([.!?])/gu,
      ),
    ].map(([, clause, stop]) => ({
      text: clause.trim(),
      stop,
      size: cjk ? clause.length : clause.split(/\s+/).length,
    })),
  );
}

/** The article's head, at times with a kicker, a subhead or a lede made of its own sentences, as papers do. */
export function headsOf(article, cjk, dice) {
  const heads = [...article.heads];
  const has = (role) => heads.some((head) => head.role === role);
  if (!has('headline')) return heads;
  const clause = (low, high) => dice.pick(clausesOf(article.body, cjk).filter((c) => c.size >= low && c.size <= high));
  const put = (role, share, part, dashed) => {
    if (has(role) || dice.random() > share || !part) return;
    const dash = dashed && dice.random() < 0.25 ? '——' : '';
    heads.push({ role, text: dash + (role === 'lede' ? part.text + part.stop : part.text) });
  };
  put('subhead', 0.15, clause(cjk ? 7 : 4, cjk ? 20 : 10), cjk);
  if (cjk) put('kicker', 0.1, clause(6, 14), false);
  put('lede', 0.07, clause(cjk ? 22 : 12, cjk ? 80 : 30), false);
  heads.sort((a, b) => HEADS.indexOf(a.role) - HEADS.indexOf(b.role));
  // Now and then the last part is set above the headline.
  return dice.random() < 0.1 ? [...heads.slice(-1), ...heads.slice(0, -1)] : heads;
}

/** The material of each fold of issues of one language: `{ fold, material }`, by fold. */
export function materials(issues) {
  const folds = new Map();
  for (const issue of issues) folds.set(issue.fold, [...(folds.get(issue.fold) ?? []), issue]);
  return [...folds]
    .sort((a, b) => a[0] - b[0])
    .map(([fold, members]) => {
      const own = members.map(materialOf);
      const outside = {};
      for (const role of ['furniture', 'section', 'ad']) outside[role] = own.flatMap((m) => m.outside[role]);
      const lines = members[0].sheet.lines;
      return {
        fold,
        material: {
          outside,
          articles: own.flatMap((m) => m.articles).filter((a) => a.body.length + a.caption.length > 0),
          cjk: lines.filter((line) => line.cjk).length > lines.length / 2,
        },
      };
    });
}
