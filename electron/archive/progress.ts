/** The progress board: how far an archive is, by state, by person and over time. Counted in the index. */
import type { ArchiveProgress } from '../../shared/contract/archive.ts';
import type { IndexStore } from './index-store.ts';

/** Weeks shown at most. */
const WEEKS = 26;

export function progressOf(store: IndexStore): ArchiveProgress {
  const number = (value: unknown) => Number(value ?? 0);
  const [total] = store.ask('SELECT count(*) AS n, sum(doubts) AS doubts, sum(articles) AS articles FROM issues');
  return {
    issues: number(total?.n),
    articles: number(total?.articles),
    doubts: number(total?.doubts),
    states: store
      .ask('SELECT state, count(*) AS n FROM issues GROUP BY state')
      // Written from facts of this type.
      .map(({ state, n }) => ({ state: state as ArchiveProgress['states'][number]['state'], issues: number(n) })),
    persons: store
      .ask(
        `SELECT CASE assigned WHEN '' THEN person ELSE assigned END AS who, count(*) AS n,
           sum(state = 'settled') AS settled, sum(edits) AS edits, sum(seconds) AS seconds
         FROM issues WHERE who <> '' GROUP BY who ORDER BY n DESC, who LIMIT 100`,
      )
      .map((row) => ({
        person: String(row.who),
        issues: number(row.n),
        settled: number(row.settled),
        edits: number(row.edits),
        minutes: Math.round(number(row.seconds) / 60),
      })),
    weeks: store
      .ask(
        `SELECT date(edited, 'weekday 0', '-6 days') AS week, count(*) AS n, sum(articles) AS articles,
           sum(edits) AS edits, sum(seconds) AS seconds
         FROM issues WHERE edited IS NOT NULL GROUP BY week ORDER BY week DESC LIMIT ${WEEKS}`,
      )
      .map((row) => ({
        week: String(row.week),
        issues: number(row.n),
        articles: number(row.articles),
        edits: number(row.edits),
        minutes: Math.round(number(row.seconds) / 60),
      }))
      .toReversed(),
  };
}
