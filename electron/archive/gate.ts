/**
 * What an archive asks of an issue before it leaves the house: the rules in `.galley-archive/rules.json`. An export of
 * an issue that breaks one is refused, or written and stamped: a list of what is missing lies beside it.
 */
import { z } from 'zod';
import documentSchema from '../../resources/schemas/galley-1.schema.json' with { type: 'json' };
import { type GateRule, type GateRules, gateRulesSchema } from '../../shared/contract/archive.ts';
import type { Problem } from '../../shared/contract/contract.ts';
import type { GalleyDocument } from '../../shared/document/document.ts';
import type { History } from '../../shared/journal/history.ts';
import { checkReview } from '../../shared/model/check.ts';
import { titleOf } from '../../shared/reading/reading.ts';
import { jsonLine } from '../export/json.ts';
import type { SharedFile } from './shared-data.ts';

export const RULES: SharedFile<GateRules> = {
  name: 'rules.json',
  schema: gateRulesSchema,
  empty: { rules: [], on: 'refuse' },
};

/** A review, and the document that would leave the house. */
export interface Gated {
  readonly history: History;
  readonly document: GalleyDocument;
}

/** What the review lacks; empty when it may go. That no character is lost is not a rule but always so. */
export function gateProblems({ history, document }: Gated, rules: readonly GateRule[]): readonly Problem[] {
  return rules.flatMap((rule) => CHECKS[rule](history, document));
}

/** A problem in a stamp: `open doubts: 3`. */
export const stampOf = ({ key, values }: Problem): string =>
  values?.count === undefined ? key : `${key}: ${values.count}`;

const count = (key: Problem['key'], n: number): readonly Problem[] => (n > 0 ? [{ key, values: { count: n } }] : []);

let documents: z.ZodType | undefined;
/** The published schema (resources/schemas), made once: what a receiver will check is what is checked here. */
function schemaOfDocuments(): z.ZodType {
  // Its own type says `$schema` may be any of JSON Schema's versions; a file's text has no such type.
  documents ??= z.fromJSONSchema(documentSchema as Parameters<typeof z.fromJSONSchema>[0]);
  return documents;
}

const CHECKS: { readonly [R in GateRule]: (history: History, document: GalleyDocument) => readonly Problem[] } = {
  'no open doubts': ({ review, proposal }) =>
    count('open doubts', proposal.doubts.filter(({ id }) => review.doubtsSettled[id] === undefined).length),
  'every article has a headline': ({ issue, review }) =>
    count('no headlines', review.articles.filter((article) => titleOf(issue, review, article) === null).length),
  'every article is settled': ({ review }) =>
    count('not settled', review.articles.filter(({ state }) => state !== 'settled').length),
  'the review keeps its laws': ({ issue, review }) => {
    const [broken] = checkReview(issue, review);
    return broken === undefined ? [] : [{ key: 'not valid', detail: broken }];
  },
  'the document fits its schema': (_history, document) => {
    const checked = schemaOfDocuments().safeParse(JSON.parse(jsonLine(document)));
    const [wrong] = checked.error?.issues ?? [];
    return wrong === undefined ? [] : [{ key: 'not valid', detail: `${wrong.path.join('.')}: ${wrong.message}` }];
  },
};
