/** Which signs a scanner takes for one another, and words that differ by one of them. */

/** Characters of one row look alike: 沈若溪 was read 沉若溪. */
const ROWS = [
  '己已巳',
  '末未',
  '土士',
  '日曰目白',
  '人入八',
  '干千于',
  '天夭',
  '大太犬丈',
  '王玉主壬',
  '田由甲申',
  '木本术',
  '午牛',
  '小少',
  '刀力',
  '文交',
  '辛幸',
  '侯候',
  '贝见',
  '陈阵',
  '杨扬汤',
  '张帐',
  '梁粱',
  '罗萝',
  '沈沉',
  '丽俪',
  '冯马',
  '季李',
  '孙孔',
  '徐涂',
  '赵起',
  '刘对',
  '宋末',
  '宁字',
  '戌戍戊',
  '令今',
  '兰三',
  '岳兵',
  '波坡',
  '清青请',
  '渝愉',
  '晴睛',
  '枝技',
  '准淮',
  '治冶',

  '徽微',
  '祥详',
  '瑞端',
  '伟纬',
  '洋样',
  '昊吴',
  '旭加',
  '薛薜',
  '祁祈',
  '崔雀',
  '邱丘',
  '江汪',
];

const alike = new Map<string, ReadonlySet<string>>();
for (const row of ROWS) {
  for (const one of row) {
    alike.set(one, new Set([...(alike.get(one) ?? []), ...[...row].filter((other) => other !== one)]));
  }
}

const HAN = /^\p{sc=Han}+$/u;
export const isHan = (text: string): boolean => HAN.test(text);

/** The words that a scanner could have made of a Chinese word, by one sign. */
export function misreadings(word: string): readonly string[] {
  const signs = [...word];
  return signs.flatMap((sign, i) =>
    [...(alike.get(sign) ?? [])].map((other) => [...signs.slice(0, i), other, ...signs.slice(i + 1)].join('')),
  );
}

/** Whether two words differ by one character: another, one more, or one less. */
export function isOneOff(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return Math.max(a.length, b.length) - head - tail === 1;
}
