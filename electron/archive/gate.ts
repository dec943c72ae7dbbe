/**
 * What an archive asks of an issue before it leaves the house: the rules in `.galley-archive/rules.json`. An export of
 * an issue that breaks one is refused, or written and stamped: a list of what is missing lies beside it.
 */
import { type GateRule, type GateRules, gateRulesSchema } from '../../shared/contract/archive.ts';
import type { Problem } from '../../shared/contract/contract.ts';
import type { History } from '../../shared/journal/history.ts';
import { checkReview } from '../../shared/model/check.ts';
import { titleOf } from '../../shared/reading/reading.ts';
import type { SharedFile } from './shared-data.ts';

export const RULES: SharedFile<GateRules> = {
  name: 'rules.json',
  schema: gateRulesSchema,
  empty: { rules: [], on: 'refuse' },
};

/** What the review lacks; empty when it may go. That no character is lost is not a rule but always so. */
export function gateProblems(history: History, rules: readonly GateRule[]): readonly Problem[] {
  return rules.flatMap((rule) => CHECKS[rule](history));
}

const count = (key: Problem['key'], n: number): readonly Problem[] => (n > 0 ? [{ key, values: { count: n } }] : []);

const CHECKS: { readonly [R in GateRule]: (history: History) => readonly Problem[] } = {
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
};
