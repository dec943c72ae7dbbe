/** Whatever bytes come: a text that keeps the laws, or the one error that the desk has a sentence for. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DeskError } from '../../shared/contract/contract.ts';
import { isBlankText } from '../../shared/model/blank.ts';
import type { Given } from '../../shared/model/given.ts';
import type { Layout } from '../../shared/model/layout.ts';
import { type Imported, importerFor, importIssue } from './import.ts';
import { refusedAs } from './testing/refused.ts';
import { BOMBS, WHOLE } from './testing/whole.ts';

async function imported(bytes: Uint8Array, name: string): Promise<Imported | null> {
  try {
    return await importIssue(bytes, { name });
  } catch (error) {
    expect(error).toBeInstanceOf(DeskError);
    return null;
  }
}

/** Lines lie in the text, in order, apart from each other; so do their words; pages tile the text but for form feeds. */
function checkLayout({ pages, lines }: Layout, text: string): void {
  let at = 0;
  for (const line of lines) {
    expect(line.from).toBeGreaterThanOrEqual(at);
    expect(line.to).toBeGreaterThan(line.from);
    expect(text.slice(line.from, line.to)).not.toContain('\n');
    expect(pages[line.page]).toBeDefined();
    for (const word of line.words) expect(word.from >= line.from && word.to <= line.to).toBe(true);
    for (const { box } of [line, ...line.words])
      expect([box.x, box.y, box.width, box.height].every(Number.isFinite)).toBe(true);
    at = line.to;
  }
  expect(pages.length).toBe(text.split('\f').length);
}

/** No character has two owners. */
function checkGiven({ articles, outside }: Given, text: string): void {
  const runs = [...articles.flat(), ...outside].sort((a, b) => a.from - b.from);
  runs.forEach(({ from, to }, i) => {
    expect(from).toBeGreaterThanOrEqual(runs[i - 1]?.to ?? 0);
    expect(to).toBeLessThanOrEqual(text.length);
  });
}

function checkImported({ decoded: { text }, layout, given }: Imported): void {
  expect(isBlankText(text)).toBe(false);
  expect(text.isWellFormed()).toBe(true);
  expect(text).not.toMatch(/\r/);
  if (layout) checkLayout(layout, text);
  if (given) checkGiven(given, text);
}

it.each(WHOLE)('%s is read, by the importer of its format and the same each time', async (name, bytes) => {
  expect(importerFor(bytes, name)).not.toBeNull();
  const first = await importIssue(bytes, { name });
  checkImported(first);
  expect(await importIssue(bytes, { name })).toEqual(first);
});

it.each(WHOLE)('%s, cut off or with bytes changed, gives a text or one sentence', async (name, bytes) => {
  const change = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255) });
  const damage = fc.record({ length: fc.nat(bytes.length), changes: fc.array(change, { maxLength: 4 }) });
  await fc.assert(
    fc.asyncProperty(damage, async ({ length, changes }) => {
      // A copy: the slice of a Buffer is the same memory, and what was damaged once would stay so.
      const damaged = new Uint8Array(bytes).slice(0, length % 3 === 0 ? length : bytes.length);
      for (const { at, byte } of changes) if (at < damaged.length) damaged[at] = byte;
      const result = await imported(damaged, name);
      if (result) checkImported(result);
    }),
    { numRuns: 150 },
  );
});

it.each(WHOLE)('any bytes under the name %s give a text or one sentence', async (name, bytes) => {
  const start = bytes.slice(0, 64);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (random, isBegun) => {
      const result = await imported(isBegun ? Buffer.concat([start, random]) : random, name);
      if (result?.importer) checkImported(result);
    }),
    { numRuns: 150 },
  );
});

it.each(BOMBS)('%s is refused', async (name, bytes) => {
  expect(['unsafe file', 'broken file']).toContain(await refusedAs(bytes, name));
});

it.each([
  ['comments', '<!---->'],
  ['instructions', '<?a?>'],
  ['document types', '<!DOCTYPE a>'],
  ['document types that declare', '<!DOCTYPE a []>'],
])('%s without end before no element are no XML, told at once', (_, prolog) => {
  // Taken apart in every possible way, a few dozen of them would outlast the test.
  expect(importerFor(Buffer.from(`${prolog.repeat(200)}x`), 'a')).toBeNull();
  expect(importerFor(Buffer.from(`${prolog.repeat(20)}<alto/>`), 'a')).toBe('alto');
});

it('a line with a million blanks in it is read, once', async () => {
  // Looked at again from each of its blanks, it would outlast the test.
  const line = `a${' '.repeat(1e6)}b`;
  const alto = `<alto><Layout><Page><TextBlock><TextLine><String CONTENT="${line}"/></TextLine></TextBlock></Page></Layout></alto>`;
  const { decoded } = await importIssue(Buffer.from(alto), { name: 'a' });
  expect(decoded.text === `${line}\n`).toBe(true);
});
