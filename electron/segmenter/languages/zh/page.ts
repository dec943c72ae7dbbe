/** Chinese newspapers, simplified and traditional. Patterns see lines without letter-spacing. */
import type { PageTable } from '../page-table.ts';

export const zh: PageTable = {
  language: 'zh',
  common: [],
  rows: [
    {
      id: 'zh/staff-report',
      sign: 'opener',
      pattern: /^(?:本报|本報|本刊|本台)[讯訊]/u,
      weight: 1,
      line: '本报讯 （记者 冯海砚） 近日，记者在全',
    },
    {
      id: 'zh/staff-wire',
      sign: 'opener',
      pattern: /^本[报報][\p{Script=Han}]{2,6}\s?(?:\d+月\d+日)?[讯訊电電]/u,
      weight: 1,
      line: '本报太原3月14日讯（记者 王伟）',
    },
    {
      id: 'zh/agency-wire',
      sign: 'opener',
      pattern:
        /^(?:据)?(?:新华社|新華社|中新社|中新网|中央社|法新社|路透社|美联社|人民网)[\p{Script=Han}/]{0,8}\s?(?:\d+月)?(?:\d+日)?(?:电|電|讯|訊|消息)/u,
      weight: 1,
      line: '新华社北京12月10日电（记者孙康）据全',
    },
    {
      id: 'zh/date-wire',
      sign: 'opener',
      pattern: /^[\p{Script=Han}]{0,6}\s?\d{1,2}月\d{1,2}日[电電讯訊]/u,
      weight: 1,
      line: '6月21日电　为做大CDMA产业',
    },
    {
      id: 'zh/special-wire',
      sign: 'opener',
      pattern: /^[\p{Script=Han}]{2,8}(?:专稿|专电|特稿|综合消息)[：:]/u,
      weight: 0.8,
      line: '国际在线专稿：据《娱乐周刊》近日报道，曾',
    },
    {
      id: 'zh/reporter-opens',
      sign: 'opener',
      pattern: /^[（(](?:本报)?(?:记者|通讯员|特约记者)[\s\p{Script=Han}、·]{2,24}[）)]/u,
      weight: 0.7,
      line: '（记者 李强）昨日上午，市政府召开',
    },
    {
      id: 'zh/site-report',
      sign: 'opener',
      pattern: /^[\p{Script=Han}A-Za-z]{2,10}(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日(?:综合|独家)?(?:报道|消息)/u,
      weight: 1,
      line: '网易汽车7月10日报道 自获封史',
    },
    {
      id: 'zh/site-wire',
      sign: 'opener',
      pattern:
        /^[\p{Script=Han}]{1,8}(?:网|财经|科技|汽车|房产|体育|娱乐|在线|日报|晚报|时报|商报)(?:[讯訊]|消息|综合报道|报道)[\s：:，,]?/u,
      weight: 0.8,
      line: '新浪房产讯 7月23日，全市商品房',
    },
    {
      id: 'zh/day-opens',
      sign: 'softOpener',
      pattern:
        /^(?:北京时间)?(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日(?:上午|下午|晚|晚间|凌晨|中午|夜|起|至)?[，,讯訊]|^(?:昨日|昨天|今日|今天|昨)[（(]\d{1,2}日[）)]/u,
      weight: 0.7,
      line: '25日，商务部公布了《汽车品牌销售管理实施办法》。对',
    },
    {
      id: 'zh/learned-by',
      sign: 'softOpener',
      pattern: /^[^。]{0,24}(?:记者|笔者).{0,12}(?:获悉|了解到|证实|看到)/u,
      weight: 0.5,
      line: '4月27日，笔者从市公路管理局获悉，困扰宁波多',
    },
    {
      id: 'zh/lately',
      sign: 'softOpener',
      pattern:
        /^(?:近日|日前|昨日|昨天|昨晚|今日|今天|今年|最近|近期|记者(?:昨|今|近|日前|从)|\d{1,2}月\d{1,2}日(?:上午|下午|晚)?[，,])/u,
      weight: 0.6,
      line: '近日，吕梁市八一街',
    },
    {
      id: 'zh/reported',
      sign: 'softOpener',
      pattern:
        /^(?:据[\p{Script=Han}《]{1,12}(?:报道|消息|统计|悉|介绍)?|随着|针对|为(?:了)?[\p{Script=Han}]|由[\p{Script=Han}]{2,})/u,
      weight: 0.4,
      line: '据外媒报道，世界黄金协会表示，尽管中国',
    },
    {
      id: 'zh/signed',
      sign: 'closer',
      pattern:
        /[（(](?:本报|实习|特约|见习)*(?:记者|通讯员|作者|文[/／]图?)?[\s　:：/／]*[\p{Script=Han}]{1,3}[\s　]?[\p{Script=Han}]{1,2}(?:[\s　、，,]+[\p{Script=Han}]{1,2}[\s　]?[\p{Script=Han}]{1,2}){0,3}[）)]$/u,
      weight: 1,
      line: '黄金超300吨。（郝艳英）',
    },
    {
      id: 'zh/signed-source',
      sign: 'closer',
      pattern: /[（(](?:据|来源|稿件来源|摘自|载|新华社|中新社)[^（）()]{0,16}[）)]$/u,
      weight: 1,
      line: '受到好评。（据新华社）',
    },
    { id: 'zh/signed-cut', sign: 'closer', pattern: /^[\p{Script=Han}]{0,3}[）)]$/u, weight: 0.7, line: '明）' },
    {
      id: 'zh/byline',
      sign: 'byline',
      pattern:
        /^[□■◎○●★▲△◆◇]?\s?(?:本报|本刊|本社|新华社)?(?:特约|见习|实习|首席)?(?:记者|通讯员|撰稿人|评论员)(?!从|在|自|获悉|了解|采访|近日|日前|昨|今|就)[\s　:：]?[\p{Script=Han}·、\s　]{2,24}(?:文[/／]?图|报道|摄影报道)?$/u,
      weight: 1,
      line: '□本报记者 方天伟',
    },
    {
      id: 'zh/byline-text-photo',
      sign: 'byline',
      pattern: /^(?:文|图|作者|撰文|整理)[/／:：\s　][\p{Script=Han}·、\s　/／]{2,24}$/u,
      weight: 0.9,
      line: '文/图 李强',
    },
    {
      id: 'zh/byline-slash',
      sign: 'byline',
      pattern:
        /^[\p{Script=Han}·]{2,4}[/／](?:文|图|文图|文并图|摄)(?:[\s　]+[\p{Script=Han}·]{2,4}[/／](?:文|图|摄))?$/u,
      weight: 1,
      line: '李强/文 王伟/图',
    },
    {
      id: 'zh/byline-mark',
      sign: 'byline',
      pattern: /^[□■◎]\s?[\p{Script=Han}]{1,3}\s?[\p{Script=Han}]{1,3}$/u,
      weight: 0.9,
      line: '□ 李 强',
    },
    {
      id: 'zh/signature-line',
      sign: 'byline',
      pattern: /^[（(](?:记者|通讯员|据)?[\s　]?[\p{Script=Han}·\s　、]{2,14}[）)]$/u,
      weight: 1,
      line: '（赵秉昌）',
    },
    {
      id: 'zh/photo-by',
      sign: 'photo',
      pattern:
        /^[（(]?(?:本报|新华社)?(?:特约)?(?:记者|通讯员)?[\s　:：]?[\p{Script=Han}·、\s　]{2,16}?[\s　/／]?(?:摄影报道|摄影|摄|供图|图)[）)]?$/u,
      weight: 1,
      line: '记者 刘亮亮 摄',
    },
    {
      id: 'zh/photo-end',
      sign: 'photo',
      pattern: /(?:摄影报道|[\p{Script=Han}]{2}\s?摄|摄影)[）)]?$/u,
      weight: 0.6,
      line: '宝贵的经验。 记者 王伟 摄',
    },
    {
      id: 'zh/caption-starts',
      sign: 'caption',
      pattern: /^(?:图为|图片为|上图|下图|左图|右图|图[①②③④一二三1-9][：:为是]|题图|资料图片)/u,
      weight: 1,
      line: '图为之所以邀请如此',
    },
    {
      id: 'zh/page-number',
      sign: 'furniture',
      pattern: /^(?:\d{4}年.*)?第?[\s]?[一二三四五六七八九十\dA-D]{1,3}[\s]?版[：:\s　]?[\p{Script=Han}\s　/／]{0,8}$/u,
      weight: 1,
      line: '第一版　要闻',
    },
    {
      id: 'zh/page-number-end',
      sign: 'furniture',
      pattern: /第\s?[一二三四五六七八九十\dA-D]{1,3}\s?版/u,
      weight: 0.6,
      line: '经济 第7版',
    },
    {
      id: 'zh/date-line',
      sign: 'furniture',
      pattern: /(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日[\s　]*星期/u,
      weight: 1,
      line: '北川日报 2013年8月19日 星期一',
    },
    {
      id: 'zh/weekday',
      sign: 'furniture',
      pattern: /星期[一二三四五六日天]/u,
      weight: 0.4,
      line: '2015年10月28日 星期三',
    },
    {
      id: 'zh/lunar',
      sign: 'furniture',
      pattern: /农历[\p{Script=Han}]{2,}/u,
      weight: 0.6,
      line: '癸卯年 农历二月廿五',
    },
    {
      id: 'zh/editors',
      sign: 'furniture',
      pattern:
        /(?:责任编辑|责\s?编|本版编辑|编辑|值班主任|组版|版式|美编|校对|审读)[\s　/／:：]?[\p{Script=Han}\s　]{2}.*(?:版式|美编|校对|审读|编辑|电话|E-?mail|邮箱)/iu,
      weight: 1,
      line: '本版责编：崔燕华　版式：侯秋永 E-mail:hbxw@163.com',
    },
    {
      id: 'zh/editor',
      sign: 'furniture',
      pattern: /^(?:本版)?(?:责任编辑|责\s?编|版式|美编|校对|编辑)[\s　/／:：]/u,
      weight: 0.8,
      line: '责任编辑：王伟',
    },
    {
      id: 'zh/imprint',
      sign: 'furniture',
      pattern:
        /(?:国内统一|统一刊号|CN\d\d-|邮发代号|总第\s?\d+\s?期|今日\d+版|零售价|订阅热线|新闻热线|报料热线|广告热线|社址|邮政编码)/u,
      weight: 1,
      line: '国内统一刊号：CN14-0012 邮发代号：21-13',
    },
    {
      id: 'zh/section',
      sign: 'section',
      pattern:
        /^[\p{Script=Han}·\s]{0,6}(?:新闻|要闻|资讯|简讯|快讯|短讯|简报|速递|专递|速览|广角|在线|纵横|关注|聚焦|观察|动态|播报|追踪|视点|视野|看点|短波|传真|集萃|博览|之窗|天地|论坛|专栏|专题|热线|三农|报道|身边事)$/u,
      weight: 0.7,
      line: '新闻专递',
    },
    {
      id: 'zh/section-numbered',
      sign: 'section',
      pattern: /^(?:[\p{Script=Han}]{2,8}|.*[·•].{2,8})\(?[（(][一二三四五六七八九十\d]{1,3}[）)]$/u,
      weight: 0.3,
      line: '践行者（三）',
    },
    {
      id: 'zh/lost',
      sign: 'ad',
      pattern: /(?:遗失|丢失).{0,40}(?:作废|声明)|声明作废|^遗失声明$/u,
      weight: 1,
      line: '贺桂强遗失身份证，号码尾号9182，声明作废。',
    },
    {
      id: 'zh/notice-title',
      sign: 'ad',
      pattern: /^[\p{Script=Han}\s]{0,12}(?:公告|通知|启事|声明|启示|通告|讣告|招聘|招租|出租|转让|征婚)$/u,
      weight: 0.8,
      line: '注销公告',
    },
    {
      id: 'zh/notice-phrase',
      sign: 'ad',
      pattern:
        /(?:特此(?:公告|声明|通知|通告)|请广大用户|敬请谅解|债权债务人|申请注销|公开招租|登记机关|有意者|诚聘|请.{0,8}前(?:报名|申报)|公开拍卖)/u,
      weight: 0.8,
      line: '因线路检修，定于6月3日8时至17时对城东片区停电，请广大用户做好准备，不便之处敬请谅解。',
    },
    {
      id: 'zh/contact',
      sign: 'ad',
      pattern: /(?:联系|咨询|报名|监督|订房|招商)?(?:电话|热线|手机)[：:\s]*[\d（(]/u,
      weight: 0.6,
      line: '联系电话：0671-8258021',
    },
    {
      id: 'zh/jump-to',
      sign: 'jump',
      pattern: /^[（(▲▼▶►]*(?:下转|转)第?\s?[A-D]?[一二三四五六七八九十\d]{1,3}\s?版/u,
      weight: 1,
      line: '（下转第3版）',
    },
    {
      id: 'zh/jump-from',
      sign: 'jump',
      pattern: /^[（(▲▼▶►◀◄]*(?:上接|接)第?\s?[A-D]?[一二三四五六七八九十\d]{1,3}\s?版/u,
      weight: 1,
      line: '（上接第1版）',
    },
    {
      id: 'zh/jump-report',
      sign: 'jump',
      pattern:
        /^[（(【]?(?:相关)?(?:报道|详细报道|全文|详)(?:见|刊)[于]?\s?(?:第|今日)?\s?[A-D]?[\d一二三四五六七八九十]{1,3}\s?版/u,
      weight: 1,
      line: '（相关报道见第4版）',
    },
    { id: 'zh/bullet', sign: 'bullet', pattern: /^[●■◆▲★◎○□◇△☆▪•※]/u, weight: 1, line: '● 标准普尔周四' },
    { id: 'zh/dash-subhead', sign: 'head', pattern: /^[—─-]{2}/u, weight: 0.8, line: '——商务车市场' },
  ],
};
