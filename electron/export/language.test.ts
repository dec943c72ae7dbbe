import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';
import { articleWith, bodyParagraph, EVENING } from './testing/documents.ts';

const of = (text: string) =>
  languageOf({ ...EVENING, articles: [articleWith({ paragraphs: [bodyParagraph(text, 0, text.length)] })] });

describe('the language of an export', () => {
  it.each([
    ['zh', '昨日，全市妇女工作会召开，会议要求抓住时机。'],
    ['ja', '昨日、市議会は橋の建設を決めました。'],
    ['ko', '어제 시의회는 다리를 짓기로 결정했다.'],
    [
      'en',
      'The council of the town met on Monday in the great hall and resolved to build a bridge over the river, but it is not known who is to pay for it.',
    ],
    [
      'de',
      'Der Rat der Stadt hat am Montag in der großen Halle beschlossen, dass die Brücke über den Fluss vor dem Winter gebaut wird und nicht erst im Frühjahr, wie es die Bürger mit der Zeitung erwartet hatten.',
    ],
    [
      'fr',
      'Le conseil de la ville a décidé lundi dans la grande salle que le pont sur la rivière sera construit avant les neiges, et que les travaux ne seront pas payés par les habitants.',
    ],
    [
      'es',
      'El alcalde dijo ayer que el puente sobre el río se construirá antes del invierno. El pleno aprobó el proyecto por mayoría, pero la oposición afirmó que no hay dinero para las obras. Según el diario, la empresa que ganó el concurso es de Madrid y tiene más de cien obreros.',
    ],
  ])('is %s', (language, text) => expect(of(text)).toBe(language));

  it.each([
    [
      'Portuguese',
      'O presidente da câmara municipal disse ontem que a ponte sobre o rio será construída antes do inverno. Os vereadores aprovaram o projeto com a maioria dos votos, mas a oposição afirmou que não há dinheiro para as obras.',
    ],
    [
      'Italian',
      'Il presidente del consiglio comunale ha detto ieri che il ponte sul fiume sarà costruito prima dell’inverno. I consiglieri hanno approvato il progetto con la maggioranza dei voti.',
    ],
    [
      'Afrikaans, which shares words with two',
      'Die burgemeester het gister gesê dat die brug oor die rivier voor die winter gebou sal word. Die raad het die voorstel met ’n groot meerderheid aanvaar, maar die opposisie sê daar is nie geld nie.',
    ],
    ['a few words', 'The council of the town'],
    ['names and numbers', 'Smith 3, Jones 4, Brown 5, Taylor 6, Wilson 7, Evans 8, Thomas 9'],
    ['nothing', ''],
  ])('is not said for %s', (_, text) => expect(of(text)).toBe('und'));
});
