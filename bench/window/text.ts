/** A long issue for benches: real-looking Chinese newspaper lines, every article different, a page every 800 lines. */

const SUBJECTS = ['供热', '图书馆', '道路', '河道', '校园', '农技', '医保', '普法', '防火', '春耕'];
const PLACES = ['清河', '望河', '石桥', '柳巷', '城东', '河东', '下河', '北关'];
const VERBS = ['推进', '启动', '完成', '部署', '开展', '落实', '提升', '整治'];
const TAILS = ['惠及居民', '提前交卷', '件件有着落', '取得实效', '受到好评', '有序进行'];

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T; // lists are not empty

/** `count` lines; article headlines, openings with credits, body lines of 19 em, page ends as form feeds. */
export function longIssue(count: number): string {
  const lines: string[] = [];
  for (let article = 0; lines.length < count; article++) {
    const place = pick(PLACES, article * 7 + 3);
    const subject = pick(SUBJECTS, article * 3 + Math.floor(article / 10));
    lines.push(
      `${article % 20 === 0 && article > 0 ? '\f' : ''}${place}${pick(VERBS, article)}${subject}工作${article}`,
    );
    lines.push(`本报讯 （记者 ${pick(PLACES, article)}生） 近日，${place}镇`);
    const length = 6 + ((article * 13) % 40);
    for (let i = 0; i < length; i++) {
      const n = article * 31 + i * 17;
      const line = `${pick(PLACES, n)}${pick(VERBS, n + i)}${subject}${n}项${pick(TAILS, n)}，${pick(SUBJECTS, n)}${pick(VERBS, n + 5)}`;
      lines.push(i === length - 1 ? `${line.slice(0, 9)}。` : line.slice(0, 19));
    }
  }
  return `${lines.slice(0, count).join('\n')}\n`;
}

/** The text of one long article of about `characters` characters: a headline, then lines of 20, a paragraph each five. */
export function longArticle(characters: number): string {
  const line = '围绕学习宣传贯彻党的二十大精神这条主线持';
  const count = Math.ceil(characters / line.length);
  const body = Array.from({ length: count }, (_, i) =>
    i % 5 === 0 ? `　　${line.slice(0, 18)}` : i % 5 === 4 ? `${line.slice(0, 12)}。` : line,
  );
  return `河道整治工作\n${body.join('\n')}\n`;
}
