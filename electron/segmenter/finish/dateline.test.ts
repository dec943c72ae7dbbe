import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../shared/model/issue.ts';
import type { LanguageId } from '../languages/names.ts';
import { datelineOf } from './dateline.ts';
import { joinLines } from './joined.ts';
import { printedLines } from './printed.ts';

function dateline(text: string, language: LanguageId) {
  const issue = issueOf(text);
  const lines = printedLines(issue, [{ kind: 'run', from: 0, to: text.length, role: 'body' }]);
  const found = datelineOf(joinLines(text, lines), language);
  if (!found) return null;
  expect(text.slice(found.span.from, found.span.to).replace(/\s+/gu, '')).toBe(found.text.replace(/\s+/gu, ''));
  return found.text;
}

describe('datelines', () => {
  it.each<[string, LanguageId, string]>([
    [' 本报讯 （记者 冯海砚） 近日，记者在全', 'zh', '本报讯'],
    ['本报讯（记者 白凯冰）今年是', 'zh', '本报讯'],
    ['本 报 讯 （ 记 者 常 超 ） 纽 约', 'zh', '本报讯'],
    ['本報訊（記者 陳大文）昨日', 'zh', '本報訊'],
    ['新华社西安3月21日电（记者孙英、袁立佑）据法国', 'zh', '新华社西安3月21日电'],
    ['新 华 社 太 原 1 月 25 日 电\n（记者叶远立）全球', 'zh', '新华社太原1月25日电'],
    ['新华社广州4 月22\n日电 （记者郑凯）北京', 'zh', '新华社广州4月22日电'],
    ['7　月20　日电记者20　日从奇瑞', 'zh', '7月20日电'],
    ['■ 燕赵都市网讯（记者白云）截至', 'zh', '燕赵都市网讯'],
    ['据新华社北京3月5日电 国务院', 'zh', '据新华社北京3月5日电'],
    ['OTTAWA, March 17 - Hydro-Quebec,\nthe provincially-owned', 'en', 'OTTAWA, March 17'],
    ['LONDON, March 3 (Reuter) — The coupon', 'en', 'LONDON, March 3 (Reuter)'],
    ['• LONDON, March 6 — La Caisse', 'en', 'LONDON, March 6'],
    ['BRUSSELS (AP) — The 350 mln Ecu', 'en', 'BRUSSELS (AP)'],
    ['HOUSTON — The U.S. Economy', 'en', 'HOUSTON'],
    ['NEW YORK, March 16 (Reuter)\n— Farm subsidies', 'en', 'NEW YORK, March 16 (Reuter)'],
    ['ABU DHABI, United Arab Emirates \n(AP) — The United', 'en', 'ABU DHABI, United Arab Emirates (AP)'],
    ['Paris, 12 mars. — Le président', 'fr', 'Paris, 12 mars'],
    ['Berlin, 5. März. Der Reichstag', 'de', 'Berlin, 5. März'],
    ['Londen, 3 Maart. — In het Lagerhuis', 'nl', 'Londen, 3 Maart'],
    ['MADRID, 3 (EFE).— El Consejo de Ministros', 'es', 'MADRID, 3 (EFE)'],
    ['SEVILLA, 12. (De nuestra Redacción.) — La', 'es', 'SEVILLA, 12. (De nuestra Redacción.)'],
    ['París, 14 de junio.—Según telegrafían', 'es', 'París, 14 de junio'],
    ['BARCELONA.— Los trabajadores', 'es', 'BARCELONA'],
  ])('%s', (text, language, expected) => {
    expect(dateline(text, language)?.replace(/\.$/u, '')).toBe(expected);
  });

  it.each<[string, LanguageId]>([
    ['近日，本报讯息中心接到来电', 'zh'],
    ['腾讯 公布了财报', 'zh'],
    ['今年3月5日电视台播出', 'zh'],
    ['3月5日电话会议上', 'zh'],
    ['OPEC output in February was', 'en'],
    ['U.S. Government bond brokers are', 'en'],
    ['The OECD - a club of rich nations - said', 'en'],
    ['Hydro-Quebec, which last month', 'en'],
    ['Le 12 mars, le président', 'fr'],
    ['BARCELONA, 3 - MADRID, 1', 'es'],
  ])('none: %s', (text, language) => {
    expect(dateline(text, language)).toBeNull();
  });
});
