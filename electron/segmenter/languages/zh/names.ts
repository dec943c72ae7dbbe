/** Chinese: words of bylines and datelines, simplified and traditional, with the form in which exports show a role. */
import type { NameRow, RoleRow } from '../names.ts';

/**
 * Role words. Longer rows stand before those they begin with (摄影报道 before 摄影 before 摄).
 * Normal forms: 记者, 通讯员, 作者, 摄影, 编译, 制图, 来源.
 */
export const ROLES = [
  {
    id: 'zh/text-and-picture',
    pattern: /^(?:文\s*[/／、并]\s*[图圖摄攝]|[图圖]\s*[/／、]\s*文|[图圖]文|文[并並][摄攝])/u,
    role: null,
    stands: 'either',
  }, // 本报记者 戴玉远 文/图
  { id: 'zh/photo-report', pattern: /^(?:摄影|攝影)\s*(?:报道|報道|報導)/u, role: '摄影', stands: 'after' }, // 记者 任海 摄影报道
  { id: 'zh/photo-reporter', pattern: /^(?:摄影|攝影)\s*(?:记\s*者|記\s*者)/u, role: '摄影', stands: 'before' }, // 摄影记者 王伟
  { id: 'zh/photographer', pattern: /^(?:摄影|攝影|供[图圖]|[图圖]片|照片)/u, role: '摄影', stands: 'either' }, // 摄影/李四; 李四 供图
  { id: 'zh/photo', pattern: /^[摄攝](?![\p{sc=Han}])/u, role: '摄影', stands: 'after' }, // 记者 刘亮亮 摄
  {
    id: 'zh/graphic',
    pattern: /^(?:制[图圖]|製圖|漫[画畫]|绘[图圖]|繪圖|插[图圖]|[绘繪])(?![\p{sc=Han}])/u,
    role: '制图',
    stands: 'either',
  }, // 漫画/王五
  {
    id: 'zh/reporter',
    pattern: /^(?:(?:见习|見習|实习|實習|特约|特約|首席|高级|资深|全媒体|融媒体|文字)\s*){0,2}(?:记\s*者|記\s*者)/u,
    role: '记者',
    stands: 'before',
  }, // 记者 冯海砚
  { id: 'zh/trainee', pattern: /^(?:实习生|實習生)/u, role: '实习生', stands: 'before' }, // 实习生 赵六
  {
    id: 'zh/correspondent',
    pattern: /^(?:(?:特约|特約)\s*)?(?:通\s*讯\s*员|通\s*訊\s*員|报道员)/u,
    role: '通讯员',
    stands: 'before',
  }, // 通讯员 杨晋雅
  {
    id: 'zh/translator',
    pattern: /^(?:编译|編譯|翻译|翻譯|[编編]\s*[译譯])(?:[/／:：]|\s|$|(?=\p{sc=Han}))/u,
    role: '编译',
    stands: 'either',
  }, // 编译 钱七
  {
    id: 'zh/author',
    pattern: /^(?:作\s*者|撰\s*稿(?:人)?|撰\s*文|采\s*写|採\s*寫|执\s*笔|執\s*筆|文字)/u,
    role: '作者',
    stands: 'either',
  }, // 撰文 孙八
  {
    id: 'zh/edited',
    pattern: /^(?:整\s*理|綜\s*合|综\s*合|报\s*道|報\s*道|報\s*導)(?:[/／:：]|\s|$|(?=[）)\]】]))/u,
    role: null,
    stands: 'after',
  }, // 记者 周九 整理
  { id: 'zh/text', pattern: /^文\s*(?=[/／:：\s]|$)/u, role: '作者', stands: 'either' }, // 甲/文 乙/图
  { id: 'zh/picture', pattern: /^[图圖]\s*(?=[/／:：\s]|$)/u, role: '摄影', stands: 'either' }, // 甲/文 乙/图
] as const satisfies readonly RoleRow[];

/**
 * Role words that lost a glyph, read only where a byline must stand: at the start of a bracket behind a dateline, with
 * the name behind.
 */
export const WORN_ROLES = [
  { id: 'zh/reporter-worn', pattern: /^(?:者|记|記)(?=[\s\p{sc=Han}])/u, role: '记者', stands: 'before' }, // 本报讯 （者 侯曦冬）
  {
    id: 'zh/correspondent-worn',
    pattern: /^(?:讯员|通讯|通员|訊員)(?=[\s\p{sc=Han}])/u,
    role: '通讯员',
    stands: 'before',
  }, // （通讯 王 娜）
] as const satisfies readonly RoleRow[];

/** Whose reporter: stands before the role word and names nobody. */
export const DESKS = [
  {
    id: 'zh/own-desk',
    pattern: /^本\s*(?:报|報|刊|台|臺|网|網|社|站)(?:\s*[驻駐][\p{sc=Han}]{1,4}(?=\s*(?:记|記)))?/u,
  }, // 本报记者 孙丽; 本报驻京记者
  { id: 'zh/agency-desk', pattern: /^(?:新华社|新華社|中新社|中央社|新华网|人民网|中新网)/u }, // 新华社记者 王伟
  {
    id: 'zh/other-desk',
    pattern:
      /^[\p{sc=Han}]{1,8}(?:日报|日報|晚报|晚報|早报|晨报|时报|時報|商报|周报|周刊|都市报|都市網|电视台|电台|在线|网)\s*(?=(?:首席|特约|见习)?(?:记|記)\s*者|通\s*讯)/u,
  }, // 燕赵都市报记者 李四
] as const satisfies readonly NameRow[];

/** Agencies that stand for a name: （据新华社）. */
export const AGENCIES = [
  {
    id: 'zh/agency',
    pattern:
      /^(?:[据據]|来源[:：]?|稿源[:：]?|转自|摘自)?\s*(新华社|新華社|新华网|新華網|中新社|中新网|中央社|人民网|人民日报|中国新闻网|央视新闻|央视网|法新社|路透社|美联社|塔斯社|共同社)(?:电|電|讯|訊|消息|报道)?(?:[，,]?\s*(?:有删节|综合))?$/u,
  }, // （据新华社）
] as const satisfies readonly NameRow[];

/** Marks that set off a signature: □ 郭东敏. */
export const MARKS = /^[□■●○◆◇▲△▼★☆◎▪▫•·※◼◻❑❏]+\s*/u;

/**
 * The family names by which a run of Han characters is cut into names; the common ones of today, from the usual list
 * of the hundred families.
 */
export const SURNAMES: ReadonlySet<string> = new Set([
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅',
  ...'皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计成戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房缪',
  ...'解应宗丁宣邓郁单洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊惠甄曲封芮储靳井段富巫乌焦巴牧山谷车侯全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司郜黎薄印宿白怀蒲邰从鄂索咸',
  ...'籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳姬申扶堵冉宰郦雍桑桂牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广禄阙东欧',
  ...'殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾沙养鞠须丰巢关蒯相查后荆红游竺权盖益桓公肖代付闫邸佟岳覃苟线展战原晋楚揭斛颉补琚丛亓冮',
  ...'趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴華謝鄒蘇鄔魯韋馬鳳湯羅畢樂時齊顧黃蕭龐紀項閔賈婁顏鍾駱淩萬盧繆應鄧單諸龔陸榮車寧欒厲劉龍葉賴喬陰雙聞黨譚貢勞農溫莊閻連習魚東歐師鞏聶饒須豐關遊權蓋岡',
]);

/** Family names of two characters. */
export const LONG_SURNAMES: ReadonlySet<string> = new Set(
  '欧阳 太史 上官 端木 司马 东方 独孤 南宫 夏侯 诸葛 尉迟 皇甫 公孙 慕容 令狐 司徒 司空 长孙 宇文 轩辕 百里 呼延 东郭 南门 闻人 申屠 濮阳 歐陽 司馬 諸葛 東方 獨孤 南宮 尉遲 公孫 長孫'.split(
    ' ',
  ),
);

/** Characters that a name of a person hardly holds, and running text behind 记者 nearly always does. */
export const NOT_IN_NAMES =
  /[在从從了是的获獲悉就对對向与與及被把到说說這这那我你他她们們注者将將為为不也都还還上下昨今]/u;

/**
 * Words that begin with a family name but name nobody, where a lone name may stand: （连载）, 记者连线. Only what papers
 * print in those places.
 */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  '连载 连线 时评 时讯 时事 后续 全文 全文完 文摘 文件 完 成文 简讯 谷物 单位 华南 华北 华东 江南 安装 马力 黄金 白银 石油 金属 农业 能源 于都 路透 路透社'.split(
    ' ',
  ),
);
