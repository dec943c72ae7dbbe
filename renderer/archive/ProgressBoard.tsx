/** How far the archive is: by state, by person, over time. Each chart is also a table, for those who don't see it. */
import type { ArchiveProgress } from '../../shared/contract/archive.ts';
import { useWords } from '../i18n/words.ts';
import { useArchive } from './index.ts';

export function ProgressBoard() {
  const { t } = useWords();
  const progress = useArchive((state) => state.progress);
  if (!progress) return <div className="board" role="status" />;
  return (
    <div className="board">
      <p className="board-sum">
        <span>{t('archive.issues', { count: progress.issues })}</span>
        <span>{t('bar.articles', { count: progress.articles })}</span>
        <span>{t('bar.doubts', { count: progress.doubts })}</span>
      </p>
      <Bars
        title={t('archive.byState')}
        head={[t('archive.column.state'), t('archive.issuesHead')]}
        rows={progress.states.map(({ state, issues }) => [t(`archive.state.${state}`), issues])}
      />
      <Bars
        title={t('archive.byPerson')}
        head={[
          t('archive.person'),
          t('archive.issuesHead'),
          t('archive.settledHead'),
          t('archive.column.edits'),
          t('archive.column.minutes'),
        ]}
        rows={progress.persons.map((one) => [one.person, one.issues, one.settled, one.edits, one.minutes])}
      />
      <Bars
        title={t('archive.editsPerArticle')}
        head={[t('archive.week'), t('archive.editsHead'), t('archive.articlesHead'), t('archive.column.edits')]}
        rows={progress.weeks.map((one) => [one.week, perArticle(one.edits, one), one.articles, one.edits])}
      />
      <Bars
        title={t('archive.minutesPerArticle')}
        head={[t('archive.week'), t('archive.minutesHead'), t('archive.articlesHead'), t('archive.column.minutes')]}
        rows={progress.weeks.map((one) => [one.week, perArticle(one.minutes, one), one.articles, one.minutes])}
      />
    </div>
  );
}

/** One digit after the point. */
const perArticle = (sum: number, { articles }: ArchiveProgress['weeks'][number]): number =>
  articles === 0 ? 0 : Math.round((sum / articles) * 10) / 10;

/** In the chart's own units. */
const BAR = { height: 14, gap: 6, width: 240 };

interface BarsProps {
  readonly title: string;
  /** Names of the columns: what a row is, what its bar shows, and more figures. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly [string, number, ...number[]])[];
}

function Bars({ title, head, rows }: BarsProps) {
  const { t } = useWords();
  const most = Math.max(1, ...rows.map(([, value]) => value));
  const height = rows.length * (BAR.height + BAR.gap);
  return (
    <section className="board-chart" aria-label={title}>
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className="nothing">{t('archive.noFigures')}</p>
      ) : (
        <div className="board-pair">
          <table>
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, ...figures]) => (
                <tr key={name}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  {figures.map((figure, i) => (
                    <td key={head[i + 1]} className="figure">
                      {figure}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${BAR.width} ${height}`}
            width={BAR.width}
            height={height}
            className="board-bars"
          >
            {rows.map(([name, value], i) => (
              <rect
                key={name}
                x={0}
                y={i * (BAR.height + BAR.gap) + BAR.gap / 2}
                width={(value / most) * BAR.width}
                height={BAR.height}
              />
            ))}
          </svg>
        </div>
      )}
    </section>
  );
}
