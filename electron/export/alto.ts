/** ALTO 4.4 (Library of Congress): a page of blocks. Boxes are left out where no place is known. */
import type { Box, LengthUnit } from '../../shared/model/layout.ts';
import type { Block, BlockLine, BlockPage, BlockWord } from './blocks.ts';
import { attribute, escapeXml } from './xml-text.ts';

/** ALTO knows no points: 1200ths of an inch stand for them. */
const POINT = 1200 / 72;

/** One page as an ALTO file. `source` names what it was read from where the page has no image. */
export function altoOf(page: BlockPage, number: number, blocks: readonly Block[], source: string): string {
  const unit: LengthUnit = page.unit === 'point' ? 'inch1200' : page.unit;
  const scale = page.unit === 'point' ? POINT : 1;
  const length = (value: number): number => Math.round(value * scale * 100) / 100;
  const box = (at: Box | null): string =>
    at
      ? ` HPOS="${length(at.x)}" VPOS="${length(at.y)}" WIDTH="${length(at.width)}" HEIGHT="${length(at.height)}"`
      : '';
  const line = (one: BlockLine, id: string): string =>
    `<TextLine ID="${id}"${box(one.box)}>${stringsOf(one, box)}</TextLine>`;
  const block = ({ id, role, lines }: Block): string =>
    `<TextBlock ID="${id}" TAGREFS="ROLE_${role}">${lines.map((one, i) => line(one, `${id}_L${i + 1}`)).join('')}</TextBlock>`;
  const roles = [...new Set(blocks.map(({ role }) => role))];
  const size =
    page.width > 0 && page.height > 0 ? ` WIDTH="${length(page.width)}" HEIGHT="${length(page.height)}"` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" SCHEMAVERSION="4.4">
<Description>
<MeasurementUnit>${unit}</MeasurementUnit>
<sourceImageInformation><fileName>${escapeXml(page.image ?? source)}</fileName></sourceImageInformation>
</Description>
<Tags>${roles.map((role) => `<LayoutTag ID="ROLE_${role}" LABEL="${role}"/>`).join('')}</Tags>
<Layout>
<Page ID="P${number}" PHYSICAL_IMG_NR="${number}"${size}>
<PrintSpace>
${blocks.map(block).join('\n')}
</PrintSpace>
</Page>
</Layout>
</alto>
`;
}

/** The words of a line; a word that goes on in the next line says what it is whole. */
function stringsOf({ words, cut }: BlockLine, box: (at: Box | null) => string): string {
  const string = ({ text, box: at }: BlockWord, i: number): string => {
    const isCut = cut && i === words.length - 1;
    const whole = isCut ? ` SUBS_TYPE="HypPart1" SUBS_CONTENT="${attribute(cut.whole)}"` : '';
    return `<String CONTENT="${attribute(text)}"${box(at)}${whole}/>`;
  };
  return `${words.map(string).join('<SP/>')}${cut ? `<HYP CONTENT="${attribute(cut.hyphen)}"/>` : ''}`;
}
