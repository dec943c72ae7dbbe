/** What strangers may send: files in a review's folder, calls over the socket. Never a crash, always a sentence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALLS, DeskError, PROBLEM_KEYS } from '../../shared/contract/contract.ts';
import { answer, type Reply } from '../../shared/contract/wire.ts';
import { ARTICLE_ROLES, OUTSIDE_ROLES } from '../../shared/model/roles.ts';
import { readJournal } from './journal-read.ts';
import { encodeRecord } from './record.ts';
import { createDisk } from './testing/disk.ts';
import { entries, OPENING } from './testing/journal.ts';
import { change, ISSUE, issueDisk, oneArticle, rig, send, TEXT } from './testing/rig.ts';

const FOLDER = '/issues/.galley/吕梁日报 2023.txt';

/** Records whose checksum is right, whatever they say, among bytes that are none. */
const record = fc.oneof(
  fc.constant(encodeRecord(OPENING)),
  fc.nat(3).map((n) => encodeRecord(entries(1, 4)[n])),
  fc.jsonValue({ maxDepth: 3 }).map(encodeRecord),
  fc
    .record({ format: fc.nat(3), sha256: fc.constantFrom('a'.repeat(64), 'x'), after: fc.nat(9), owes: fc.nat(9) })
    .map(encodeRecord),
  fc.record({ closed: fc.nat(5) }).map(encodeRecord),
  fc.constant(encodeRecord({ ...OPENING, proposal: { review: null, doubts: 7 } })),
  fc.uint8Array({ maxLength: 40 }),
  fc.constantFrom('9999999999 00000000 {}\n', '0 00000000 \n', '-1 ', '\n\n').map((text) => Buffer.from(text)),
);
const file = fc.array(record, { maxLength: 8 }).map((parts) => new Uint8Array(Buffer.concat(parts)));
const name = fc.constantFrom('journal.0001', 'journal.0002', 'journal.9999', 'opening', 'bytes', 'lock', 'journal.x');
const folder = fc.array(fc.tuple(name, file), { minLength: 1, maxLength: 5 });

describe('files in the folder of a review', () => {
  it('are read as a run of entries from 1 on, or as none', async () => {
    await fc.assert(
      fc.asyncProperty(folder, async (files) => {
        const disk = createDisk();
        for (const [called, bytes] of files) disk.put(`${FOLDER}/${called}`, bytes);
        const read = await readJournal(disk, FOLDER);
        if (read.kind !== 'journal') return;
        expect(read.entries.map(({ seq }) => seq)).toEqual(read.entries.map((_, i) => i + 1));
        expect(read.sure).toBeLessThanOrEqual(read.entries.length);
      }),
      { numRuns: 300 },
    );
  });

  it('open, or are refused in words, and stay as they are', async () => {
    await fc.assert(
      fc.asyncProperty(folder, async (files) => {
        const disk = issueDisk();
        for (const [called, bytes] of files) disk.put(`${FOLDER}/${called}`, bytes);
        const journals = new Map([...disk.all()].filter(([path]) => path.includes('/journal.')));
        const { service, desk } = rig(disk);
        const { rows } = await desk.open([ISSUE]);
        const reply = await answer(service, 'issue.review', { file: rows[0]?.file });
        expectWords(reply);
        await desk.close();
        for (const [path, bytes] of journals) expect(disk.all().get(path)).toEqual(bytes);
      }),
      { numRuns: 150 },
    );
  });
});

const offset = fc.oneof(fc.nat(TEXT.length + 2), fc.constantFrom(2 ** 31, Number.MAX_SAFE_INTEGER));
const span = fc.tuple(offset, offset).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const article = fc.constantFrom('a1', 'a2', 'a999999999', 'a-aaaaaaaa');
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('\ud800', '\0', '__proto__', '\n'));
const role = fc.constantFrom(...ARTICLE_ROLES);
const outside = fc.constantFrom(...OUTSIDE_ROLES);
const kindOf = <K extends string>(kind: K) => fc.constant(kind);

/** Edits that the schema lets through, about anything. */
const edit = fc.oneof(
  fc.record({ kind: kindOf('assign'), span, to: fc.oneof(fc.record({ article, role }), fc.record({ outside })) }),
  fc.record({ kind: kindOf('create'), span, role, newId: article }),
  fc.record({ kind: kindOf('split'), article, at: offset, newId: article }),
  fc.record({ kind: kindOf('merge'), article, into: article }),
  fc.record({ kind: kindOf('movePiece'), article, from: offset, to: offset }),
  fc.record({ kind: kindOf('arrange'), article, parts: fc.array(fc.oneof(span, fc.record({ supplement: text }))) }),
  fc.record({ kind: kindOf('moveArticle'), article, before: fc.option(article) }),
  fc.record({ kind: fc.constantFrom('breakParagraph', 'joinParagraphs'), at: offset }),
  fc.record({ kind: kindOf('correct'), span, text }),
  fc.record({ kind: kindOf('revert'), span }),
  fc.record({ kind: kindOf('supply'), article, role, id: text, text }),
  fc.record({ kind: kindOf('removeSupplement'), article, id: text }),
  fc.record({ kind: kindOf('addCredit'), article, credit: fc.record({ role: text, name: text, span }), at: offset }),
  fc.record({ kind: kindOf('setCredit'), article, index: offset, credit: fc.record({ role: text, name: text }) }),
  fc.record({ kind: kindOf('removeCredit'), article, index: offset }),
  fc.record({ kind: kindOf('setDateline'), article, dateline: fc.option(fc.record({ text, span })) }),
  fc.record({ kind: kindOf('settleDoubt'), id: text, choice: fc.constantFrom('accepted', 'passed over') }),
  fc.record({ kind: kindOf('setMasthead'), field: fc.constantFrom('edition', 'pages'), value: text }),
  fc.record({ kind: kindOf('propose'), proposal: fc.object({ maxDepth: 2 }) }),
);
const aChange = fc.oneof(
  { weight: 8, arbitrary: fc.record({ group: fc.nat(3), edit }) },
  fc.record({ undo: fc.array(fc.nat(20), { maxLength: 3 }) }),
  fc.record({ redo: fc.array(fc.nat(20), { maxLength: 3 }) }),
  fc.jsonValue(),
);

/** A call ended well, or with a problem that the window has a sentence for; never with one that nobody foresaw. */
function expectWords(reply: Reply): void {
  if (reply.ok) return;
  expect(PROBLEM_KEYS).toContain(reply.problem.key);
  expect(reply.problem.key, JSON.stringify(reply.problem)).not.toBe('internal');
}

describe('calls over the socket', () => {
  it('with any arguments are answered or refused in words', async () => {
    const { service, desk } = rig(issueDisk());
    const names = Object.keys(CALLS).filter((call) => !call.startsWith('archive.') && !call.startsWith('batch.'));
    const calls = fc.constantFrom(...names, '', 'toString', '__proto__', 'constructor');
    const args = fc.oneof(fc.jsonValue(), fc.record({ file: text }), fc.record({ file: text, span }));
    await fc.assert(
      fc.asyncProperty(calls, args, async (call, given) => expectWords(await answer(service, call, given))),
      { numRuns: 300 },
    );
    await desk.close();
  });

  it('with any edits leave a review that opens again, with what was acknowledged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aChange, { maxLength: 12 }), async (changes) => {
        const disk = issueDisk();
        const first = rig(disk);
        const id = await first.start();
        let seq = 0;
        for (const one of changes) {
          const reply = await answer(first.service, 'review.append', { file: id, first: seq + 1, changes: [one] });
          expectWords(reply);
          if (reply.ok) seq++;
        }
        await send(first, id, seq + 1, seq + 1).catch((error: unknown) => {
          // It may have been made already: that is no loss.
          if (!(error instanceof DeskError) || error.problem.key !== 'refused') throw error;
          seq--;
        });
        await first.desk.close();
        const second = rig(disk);
        const again = await second.service['issue.review']({ file: await second.start() });
        expect(again.seq).toBe(seq + 1);
        await second.desk.close();
      }),
      { numRuns: 120 },
    );
  });

  it.each([
    ['without doubts', { ...oneArticle(TEXT), doubts: undefined }],
    ['with doubts that are none', { ...oneArticle(TEXT), doubts: [null] }],
    ['with candidates that are none', { ...oneArticle(TEXT), candidates: null }],
    ['of a review that is none', { review: { articles: {} }, doubts: [], candidates: {} }],
    ['as deep as a well', { ...oneArticle(TEXT), deep: JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) }],
  ])('with a proposal %s are refused or made, and the desk goes on', async (_, proposal) => {
    const disk = issueDisk();
    const first = rig(disk);
    const id = await first.start();
    const changes = [{ group: 1, edit: { kind: 'propose', proposal } }];
    const reply = await answer(first.service, 'review.append', { file: id, first: 1, changes });
    expectWords(reply);
    const seq = reply.ok ? 1 : 0;
    await first.service['review.append']({ file: id, first: seq + 1, changes: [change(seq + 1) as never] }); // a Change is what its schema gives
    await first.desk.close();
    const second = rig(disk);
    expect((await second.service['issue.review']({ file: await second.start() })).seq).toBe(seq + 1);
    await second.desk.close();
  });
});
