/** Errors as character recognition makes them, put into a text by a seed: the same text and seed give the same errors. */
import { randomFrom } from './boost.mjs';

/**
 * Characters that scans confuse, as pairs of look-alikes. Chinese: shapes that differ by a stroke or a radical; Latin:
 * the usual ones of old type.
 */
const ALIKE =
  '人入 己已 已巳 未末 土士 日曰 日目 目自 大太 大犬 天夫 干千 千于 干于 刀力 刀刁 儿几 几九 王玉 主王 主圭 木本 木术 木水 白自 白百 田由 由甲 甲申 申中 石右 右古 古占 占点 问间 间闻 问闻 门们 他地 地池 他她 住往 往佳 住佳 作件 件仵 体休 任仕 们仃 时对 明胡 朋明 期斯 有冇 有看 看着 着差 者著 省看 市巾 市布 币市 巾中 会合 合台 台治 令今 今个 全金 企全 金余 余佘 公分 分份 分兮 丁了 了子 子予 予矛 小少 少沙 心必 必心 不木 不下 上土 工土 工干 元无 无天 无元 元完 开升 开井 井并 车东 东乐 乐东 年牛 牛午 午干 生主 生牛 民氏 氏民 长卡 经径 经轻 径轻 项顶 顶项 须顶 题是 提是 的钓 的约 约的 在左 左右 右石 这过 过这 进迸 近迈 达迏 还坏 坏怀 没设 设没 说悦 说脱 话活 活括 记己 讯迅 订计 计讨 讨计 报服 报技 技枝 把杷 投没 折拆 拆折 抢抡 采来 来耒 米来 业亚 亚业 亚严 两雨 雨两 再冉 内肉 肉内 同向 向问 周同 回间 国囯 因困 困因 固因 园圆 员贝 贝见 见贝 现观 观现 规现 责贵 贵责 货贷 贷货 质贡 价份 亿忆 仅汉 汉仅 汁汗 汗汁 江汇 治冶 冶治 法去 清情 情清 请清 晴清 睛晴 精情 深探 探深 渠果 果早 早旱 旱早 草早 章草 重童 童重 量里 里量 黑里 最景 景最 量最 万方 方万 力万 办力 力九 加如 如加 口日 品晶 晶品 名各 各名 备各 务各 处外 外处 夕多 系糸 素索 索素 紧繁 线钱 钱线 铁钱 银很 很银 根很 恨根 良艮 食良 饭饮 饮饭 馆官 官宫 宫官 宜宣 宣宜 宣直 直且 且旦 旦且 具且 真直 县具 其真 共其 典曲 曲由 农衣 衣农 表衣 裹裏 被披 波披 彼波 0O O0 1l l1 1I I1 5S S5 8B B8 6b 9g rn cl ec ce oc ao il li tf ft hb bh nu un vy mn';
const CONFUSED = new Map();
for (const pair of ALIKE.split(/\s+/u)) {
  const [a, b] = [...pair];
  if (a && b) CONFUSED.set(a, [...(CONFUSED.get(a) ?? []), b]);
}

/** What a scan makes of a speck, a broken letter, a smudge. */
const SPECKS = ['.', '·', ',', "'", '丶', '-'];

/**
 * The text with `rate` (0–1) of its characters in error: most taken for another, some lost, some doubled by a speck.
 * Line ends and blanks stay, so that lines keep their numbers and gold holds.
 */
export function noisy(text, rate, seed) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const common = [...new Set([...text].filter((c) => /[\p{L}\p{N}]/u.test(c)))];
  let out = '';
  for (const line of text.split('\n')) {
    let kept = '';
    for (const c of line) {
      if (random() >= rate || /\s/u.test(c)) kept += c;
      else {
        const how = random();
        if (how < 0.75) kept += pick(CONFUSED.get(c) ?? common);
        else if (how < 0.9) kept += c + pick(SPECKS);
      }
    }
    // A line that had something keeps something: else the gold's lines would be blank.
    out += `${kept.trim() || !line.trim() ? kept : line}\n`;
  }
  return out.slice(0, -1);
}
