/** What is new in a delivery against the one before: figures, and the files that change. */
import type { DeliveryReport } from '../../shared/contract/delivery.ts';
import { useWords } from '../i18n/words.ts';

/** Files that are shown at most. */
const SHOWN = 12;
const CHANGES = ['added', 'changed', 'unchanged', 'withdrawn'] as const;

export function ReportView({ report, isDry }: { readonly report: DeliveryReport; readonly isDry: boolean }) {
  const { t } = useWords();
  const { files, articles, named, numbered, unencodable } = report;
  const all = CHANGES.reduce((sum, change) => sum + files[change], 0);
  return (
    <div className="report">
      <table>
        <caption>{t(isDry ? 'report.wouldBe' : 'report.was')}</caption>
        <thead>
          <tr>
            <td />
            {CHANGES.map((change) => (
              <th key={change} scope="col">
                {t(`report.${change}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(
            [
              ['files', files],
              ['articles', articles],
            ] as const
          ).map(([what, counts]) => (
            <tr key={what} data-of={what}>
              <th scope="row">{t(`report.${what}`)}</th>
              {CHANGES.map((change) => (
                <td key={change} className="figure" data-change={change}>
                  {counts[change]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {numbered > 0 && <p>{t('report.numbered', { count: numbered })}</p>}
      {unencodable > 0 && <p>{t('report.unencodable', { count: unencodable })}</p>}
      {files.withdrawn > 0 && <p className="quiet">{t('report.withdrawnStay')}</p>}
      <ul className="report-files">
        {named.slice(0, SHOWN).map(({ file, change }) => (
          <li key={`${change} ${file}`} data-change={change}>
            <span className="report-change">{t(`report.${change}`)}</span> <span className="path">{file}</span>
          </li>
        ))}
        {all > SHOWN && <li className="quiet">{t('export.more', { count: all - SHOWN })}</li>}
      </ul>
    </div>
  );
}
