/** What `galley qa --help` prints. */
import { LIMITS } from '../../qa/acceptance.ts';
import { WAYS } from '../../qa/ways.ts';

export const help = `galley qa DIR [options]
galley qa REPORT --against REPORT [--out FILE]

Looks over the issues (.txt) of a folder: the review of each, or the proposal where
there is none. Where NAME.gold.tsv lies beside an issue, it is scored against it. Or
compares a report (its .json) with an earlier one.

  --gold DIR       the gold files are there
  --reader DIR     score against a second reader instead: NAME.json, as exported
  --script SCRIPT  run this review script (docs/qa.md) on a copy of each issue; its
                   review counts. May be given several times, and be a pattern
  --recorded       run NAME.review.ts where it lies beside an issue
  --host H         the host for scripts: node or electron
  --sample N       look at N issues only …
  --by WAY         … ${WAYS.join(', ')} (default random)
  --limit PERCENT  acceptance sampling (ISO 2859-1) of the settled articles at this
                   quality limit: ${LIMITS.filter((limit) => limit >= 0.4).join(' ')}
  --verdicts FILE  what people found of the sample, a line each:
                   ISSUE <tab> ARTICLE NUMBER <tab> right|wrong
  --against REPORT what differs from an earlier report (its .json)
  --seed N         draws the same sample again (default 1)
  --out FILE       the page; FILE.json and FILE.xml (JUnit) are written beside it
                   (default galley-qa.html)

Exit codes: 0 done (and scripts and batch pass), 1 an issue can't be read, a script or
the batch fails, 2 bad usage.
`;
