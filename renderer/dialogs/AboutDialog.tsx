/** What Galley is, what it runs on, whose work is in it; where its logs lie, and a report for who looks into a problem. */
import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { About } from '../../shared/contract/app.ts';
import { type CallResult, type Problem, problemOf } from '../../shared/contract/contract.ts';
import { useWords } from '../i18n/words.ts';
import { desk } from '../store/index.ts';
import { problemKey } from '../store/state.ts';
import { Dialog } from '../widgets/Dialog.tsx';

/** Made by the build (vite.config.ts): the packages whose code is in Galley. */
const licencesSchema = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), notice: z.string() }),
);
type Licences = z.infer<typeof licencesSchema>;

type Reported =
  | { readonly kind: 'none' | 'writing' }
  | { readonly kind: 'written'; readonly report: CallResult<'app.report'> }
  | { readonly kind: 'failed'; readonly problem: Problem };

export function AboutDialog() {
  const { t } = useWords();
  const about = useOnce<About>(async () => (await desk.store.getState().host?.call('app.about', {})) ?? null);
  return (
    <Dialog title={t('about.title')} size="wide">
      {about && (
        <>
          <p>{t('about.what', { version: about.version })}</p>
          <Versions about={about} />
          <Report logs={about.logs} />
        </>
      )}
      <LicenceList />
    </Dialog>
  );
}

function Versions({ about }: { readonly about: About }) {
  const { t } = useWords();
  const { host, node, electron, system } = about;
  const rows = [
    ['host', electron ? `Electron ${electron}` : t(`about.hosts.${host}`)],
    ['node', node],
    ['page', /(?:Chrome|Firefox|Version)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? navigator.userAgent],
    ['system', system],
  ] as const;
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`about.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Report({ logs }: { readonly logs: string }) {
  const { t, sentence } = useWords();
  const [reported, setReported] = useState<Reported>({ kind: 'none' });
  const write = async () => {
    setReported({ kind: 'writing' });
    try {
      const report = await desk.store.getState().host?.call('app.report', {});
      if (report) setReported({ kind: 'written', report });
    } catch (error) {
      setReported({ kind: 'failed', problem: problemOf(error) });
    }
  };
  return (
    <section className="form" aria-label={t('about.report')}>
      <p>{t('about.reportHolds')}</p>
      <p>
        {t('about.logs')} <span className="path">{logs}</span>
      </p>
      <div className="buttons">
        <button type="button" className="main" disabled={reported.kind === 'writing'} onClick={() => void write()}>
          {t('about.report')}
        </button>
      </div>
      {reported.kind === 'written' && (
        <p role="status">
          {t('about.reported')}{' '}
          <span className="path">
            {reported.report.folder} · {reported.report.name}
          </span>
        </p>
      )}
      {reported.kind === 'failed' && (
        <p role="alert">{sentence({ key: problemKey(reported.problem), values: reported.problem.values ?? {} })}</p>
      )}
    </section>
  );
}

function LicenceList() {
  const { t } = useWords();
  const licences = useOnce<Licences>(async () => licencesSchema.parse(await (await fetch('licences.json')).json()));
  return (
    <section aria-label={t('about.licences')}>
      <h3>{t('about.licences')}</h3>
      <p>{t('about.own')}</p>
      {licences?.map(({ name, version, licence, notice }) => (
        <details key={`${name} ${version}`}>
          <summary>
            {name} {version} <span className="quiet">{licence}</span>
          </summary>
          <pre className="notice-text">{notice}</pre>
        </details>
      ))}
    </section>
  );
}

/** What `ask` gives, asked once; null until then, and where it can't be had. */
function useOnce<T>(ask: () => Promise<T | null>): T | null {
  const [found, setFound] = useState<T | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, whatever function it is asked by
  useEffect(() => {
    let alive = true;
    ask().then(
      (value) => alive && setFound(value),
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, []);
  return found;
}
