import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import schema from '../../resources/schemas/galley-qa-2.schema.json' with { type: 'json' };
import { readEarlierReport, readReport } from './read-report.ts';
import { PLAIN, WHOLE } from './testing/report.ts';

const isReport = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

describe('a report as JSON', () => {
  const json = JSON.stringify(WHOLE);

  it.each([PLAIN, WHOLE])('is as its schema says (resources/schemas), %#', (report) => {
    const faults = isReport(JSON.parse(JSON.stringify(report))) ? [] : isReport.errors;
    expect(faults).toEqual([]);
  });

  it.each(Object.keys(PLAIN))('has %s, and says so', (key) => {
    const { [key]: _, ...rest } = JSON.parse(json);
    expect(isReport(rest)).toBe(false);
  });

  it('says nothing that the schema does not know', () => {
    expect(isReport({ ...JSON.parse(json), more: 1 })).toBe(false);
    const [first] = WHOLE.issues;
    expect(isReport({ ...JSON.parse(json), issues: [{ ...first, more: 1 }] })).toBe(false);
  });

  it('is read again to be compared: without its scripts, its sample and what it was compared with', () => {
    expect(readReport(json)).toEqual({ ...JSON.parse(json), scripts: [], acceptance: null, against: null });
    expect(readEarlierReport(json)).toMatchObject({ isCoarse: false, galley: WHOLE.galley });
    expect(readEarlierReport(JSON.stringify({ ...PLAIN, schema: 'galley-qa/1' }))).toMatchObject({ isCoarse: true });
  });

  it.each(['', 'null', '[]', '{}', '{"schema":"galley-qa/3"}'])('is not %j', (other) => {
    expect(readReport(other)).toBeNull();
    expect(readEarlierReport(other)).toBeNull();
  });
});
