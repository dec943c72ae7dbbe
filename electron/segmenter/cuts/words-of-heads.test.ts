import { describe, expect, it } from 'vitest';
import { issueOf } from '../../../shared/model/issue.ts';
import { readSheet } from '../lines/sheet.ts';
import type { Kind } from '../roles/roles.ts';
import { HeadTargets } from './targets.ts';
import { WantedHeads } from './wanted.ts';

const HARBOUR = ['Harbour dredging will begin', 'in autumn, council decides'];
const ORCHARD = ['Orchards lost to blossom frost', 'growers seek relief funds'];
const harbour = [
  'The council voted that dredging of the',
  'harbour shall begin this autumn after',
  'eleven months of quarrel between the',
  'shipping offices and the fishing fleet.',
  'Two barges were hired for the dredging',
  'and the harbour master expects that the',
  'channel is open again before the winter',
  'storms, the council clerk decides later.',
  'Vessels of deep draught wait meanwhile',
  'outside the mole for pilots and tugs.',
];
const orchard = [
  'Growers in the valley counted losses of',
  'blossom after three nights of frost and',
  'asked the ministry to pay relief funds.',
  'Orchards of cherries suffered the worst',
  'while apple growers saved half of their',
  'trees with smoke and sprinkled water as',
  'their grandfathers had taught them when',
  'spring came early. Relief is promised by',
  'the ministry, but no funds were granted',
  'so far to growers outside the valley.',
];

/** A long text about something else, so that no passage reaches from one text to the other. */
const weather = Array.from({ length: 20 }, (_, i) => `Cloudy and mild, ${i + 3} degrees at noon, light wind`);
/** The heads stand after the texts. */
const lines = [...harbour, ...weather, ...orchard, ...HARBOUR, ...ORCHARD];
const first = lines.length - 4;
const isHead = (i: number): boolean => i >= first;
const kinds = lines.map((_, i): Kind => (isHead(i) ? 'head' : 'text'));
const sheet = readSheet(issueOf(`${lines.join('\n')}\n`));

describe('which text a head speaks of', () => {
  const targets = new HeadTargets(sheet, kinds);

  it('is one text for the lines of one head', () => {
    expect(targets.of(first + 1, 3).both).toBeGreaterThan(0.2);
    expect(targets.of(first + 1, 1).loss).toBeLessThan(0.1);
  });

  it('is another where the next head begins', () => {
    const seam = targets.of(first + 2, 3);
    expect(seam.loss).toBeGreaterThan(0.2);
    expect(seam.loss).toBeGreaterThan(targets.of(first + 1, 1).loss);
  });

  it('is none where there is no text', () => {
    const alone = new HeadTargets(
      sheet,
      lines.map((): Kind => 'head'),
    );
    expect(alone.of(1, 1)).toEqual({ above: 0, below: 0, both: 0, loss: 0 });
  });
});

describe('which head two passages of text want', () => {
  const texts = [...HARBOUR, ...ORCHARD, ...harbour, ...orchard];
  const page = readSheet(issueOf(`${texts.join('\n')}\n`));
  const wanted = new WantedHeads(
    page,
    texts.map((_, i): Kind => (i < 4 ? 'head' : 'text')),
  );

  it('is one where a text goes on', () => {
    const inside = wanted.of(4 + 5);
    expect(inside.both).toBeGreaterThan(0.1);
    expect(inside.loss).toBeLessThan(0.2);
  });

  it('is another where the next text begins', () => {
    expect(wanted.of(4 + harbour.length).loss).toBeGreaterThan(0.3);
  });
});
