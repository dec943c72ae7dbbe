import { describe, expect, it } from 'vitest';
import type { LanguageId } from '../../languages/names.ts';
import { bylineLine } from './byline-line.ts';

const names = (line: string, language: LanguageId): string | null => {
  const read = bylineLine(line, language);
  if (!read) return null;
  for (const c of read.credits) {
    const raw = line.slice(c.from, c.to);
    expect(raw.replace(/\s+/gu, '')).toContain(c.name.replace(/\s+/gu, '').slice(0, 1));
  }
  return `${read.kind}: ${read.credits.map((c) => `${c.role} ${c.name}${c.incomplete ? '?' : ''}`).join(', ')}`;
};

describe('a Chinese byline line', () => {
  it.each([
    ['本报记者 孙丽　摄', 'credit: 摄影 孙丽'],
    ['记者 刘亮亮 摄', 'credit: 摄影 刘亮亮'],
    ['卢超　摄', 'credit: 摄影 卢超'],
    ['唐雅佑摄', 'credit: 摄影 唐雅佑'],
    ['记者 任海 摄影报道', 'credit: 摄影 任海'],
    ['本报记者沈小华摄影报道', 'credit: 摄影 沈小华'],
    ['（赵秉昌）', 'signature: 作者 赵秉昌'],
    ['（武 刚）', 'signature: 作者 武刚'],
    ['（记者姜博源）', 'credit: 记者 姜博源'],
    ['□本报记者 文子', 'credit: 记者 文子'],
    ['□ 郭东敏', 'credit: 作者 郭东敏'],
    ['●叶思华', 'credit: 作者 叶思华'],
    ['■记者 陆军涵 段勇峰', 'credit: 记者 陆军涵, 记者 段勇峰'],
    ['本报记者 萧梅芳 彭庆娜', 'credit: 记者 萧梅芳, 记者 彭庆娜'],
    ['本报记者 戴玉远 龙 新 文/图', 'credit: 记者 戴玉远, 记者 龙新'],
    ['王小明/文 李强/图', 'credit: 作者 王小明, 摄影 李强'],
    ['文/王小明 图/李强', 'credit: 作者 王小明, 摄影 李强'],
    ['本报记者 张三丰 通讯员 李四光 王五', 'credit: 记者 张三丰, 通讯员 李四光, 通讯员 王五'],
    ['摄影：王海', 'credit: 摄影 王海'],
    ['記者 陳大文 攝', 'credit: 摄影 陳大文'],
    ['记者 阿依古丽·买买提 摄', 'credit: 摄影 阿依古丽·买买提'],
    ['记者 郑  摄', 'credit: 摄影 郑?'],
    ['（曾 ）', 'signature: 作者 曾?'],
    ['（据新华社）', 'agency: 来源 新华社'],
    ['燕赵都市报记者 李四光', 'credit: 记者 李四光'],
  ])('%s', (line, expected) => {
    expect(names(line, 'zh')).toBe(expected);
  });

  it.each([
    '记者在全市妇女工作会上获悉',
    '全国记者协会',
    '记者观察',
    '记者连线',
    '（化名）',
    '（下转第二版）',
    '（集团）',
    '（ 元 ',
    '（图 ）',
    '本报讯',
    '本版责编：崔燕华　版式：侯秋永 E-mail:hbxw@163.com',
    '编辑/任涛美编/王霞洋校对/蔡勇丽',
    '新闻专递',
    '记者昨日获悉，今年夏粮丰收。',
    '2011年7月13日',
    '',
  ])('is not: %s', (line) => {
    const read = bylineLine(line, 'zh');
    expect(read === null || read.score < 0.4).toBe(true);
  });
});

describe('an English byline line', () => {
  it.each([
    ['BY BRIAN FOSTER', 'credit: by BRIAN FOSTER'],
    ['By Daniel N. O’Brien', 'credit: by Daniel N. O’Brien'],
    ['By MICHAEL QUINTANILLA ', 'credit: by MICHAEL QUINTANILLA'],
    ['By Ruth Walsh and John R. Petrov', 'credit: by Ruth Walsh, by John R. Petrov'],
    ['BY RUTH WALSH AND JOHN PETROV', 'credit: by RUTH WALSH, by JOHN PETROV'],
    ['By Ann Lee, Bob Ray and Carl Poe', 'credit: by Ann Lee, by Bob Ray, by Carl Poe'],
    ['By Helen Dalton, Staff Writer', 'credit: by Helen Dalton'],
    ['By Helen Dalton in Washington', 'credit: by Helen Dalton'],
    ['By Ludwig van der Rohe', 'credit: by Ludwig van der Rohe'],
    ['By Robert van', 'credit: by Robert van'],
    ['BY  AVID VAN', 'credit: by AVID VAN'],
    ['Staff photo by Michael Carter', 'credit: photo Michael Carter'],
    ['Staff photo by Martha  . Dalton', 'credit: photo Martha . Dalton?'],
    ['— Staff Photo by H. M. Dean Jr.', 'credit: photo H. M. Dean Jr.'],
    ['Photo by Claire O’Brien', 'credit: photo Claire O’Brien'],
    ['(AP Photo/John Smith)', 'credit: photo John Smith'],
    ['— George Fitzgerald', 'signature: by George Fitzgerald'],
    ['Staff Writer', 'post: '],
    ['Staff Correspondent', 'post: '],
    ['Special to the Courier', 'post: '],
    ['Of the Tribune Staff', 'post: '],
    ['ASSOCIATED PRESS ', 'agency: agency ASSOCIATED PRESS'],
    ['NEW YORK TIMES SERVICE', 'agency: agency NEW YORK TIMES SERVICE'],
  ])('%s', (line, expected) => {
    expect(names(line, 'en')).toBe(expected);
  });

  it.each([
    'By the end of the year the price had doubled',
    'By Monday the river had fallen.',
    'BY THE NUMBERS',
    'by profession a lawyer, he said',
    'Government Bond Broker Sees Wider Data Access',
    'He told the committee that nothing',
    'Continued on Page 4',
    'said Richard Lacy, Chairman of Exco International Inc.',
  ])('is not: %s', (line) => {
    expect(bylineLine(line, 'en')).toBeNull();
  });
});

describe('signatures elsewhere', () => {
  it.each<[string, LanguageId, string]>([
    ['Sergent Pangloss', 'fr', 'signature: by Sergent Pangloss'],
    ['Gustave Téry', 'fr', 'signature: by Gustave Téry'],
    ['— ACHILLE PLISTA.', 'fr', 'signature: by ACHILLE PLISTA'],
    ['G. T.', 'fr', 'signature: by G. T.'],
    ['Robert Seidel.', 'de', 'signature: by Robert Seidel'],
    ['Von J. H. G.', 'de', 'credit: by J. H. G.'],
    ['Foto: Hans Weber', 'de', 'credit: photo Hans Weber'],
    ['(Eigener Bericht)', 'de', 'post: '],
    ['Door Piet de Vries', 'nl', 'credit: by Piet de Vries'],
    ['(Van onzen correspondent)', 'nl', 'post: '],
    ['Par Pierre Martin', 'fr', 'credit: by Pierre Martin'],
    ['(Havas)', 'fr', 'agency: agency Havas'],
    ['Por María del Carmen Ruiz', 'es', 'credit: by María del Carmen Ruiz'],
    ['Por Ana Ruiz y Juan de la Torre', 'es', 'credit: by Ana Ruiz, by Juan de la Torre'],
    ['Foto: Carmen Soler', 'es', 'credit: photo Carmen Soler'],
    ['(De nuestro corresponsal en París)', 'es', 'post: '],
    ['Redacción / Agencias', 'es', 'post: '],
  ])('%s', (line, language, expected) => {
    expect(names(line, language)).toBe(expected);
  });

  it.each<[string, LanguageId]>([
    ['Le théâtre et la guerre', 'fr'],
    ['Von der polnischen Grenze wird berichtet, daß', 'de'],
    ['Dernière Heure', 'fr'],
    ['Por la mañana se reunieron los ministros', 'es'],
    ['Última Hora', 'es'],
    ['Pasa a la Página 4', 'es'],
  ])('is not: %s', (line, language) => {
    expect(bylineLine(line, language)).toBeNull();
  });
});
