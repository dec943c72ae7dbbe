/** The archive: its table, the search over its readings, how far it is, and the batches that run over it. */
import { useEffect } from 'react';
import { useWords } from '../i18n/words.ts';
import { desk, useDesk } from '../store/index.ts';
import { ArchiveTable } from './ArchiveTable.tsx';
import { Batches } from './Batches.tsx';
import { archive, useArchive } from './index.ts';
import { ProgressBoard } from './ProgressBoard.tsx';
import { SearchPanel } from './SearchPanel.tsx';
import { PANELS } from './state.ts';
import { Toolbar } from './Toolbar.tsx';

/** Follows the desk's archive as long as the window is there. */
export function useArchiveEvents(): void {
  const host = useDesk((state) => state.host);
  const app = useDesk((state) => state.app);
  useEffect(() => (host && app ? archive.listen(host, app.archive) : undefined), [host, app]);
}

export function ArchiveView() {
  const panel = useArchive((state) => state.panel);
  const isOpen = useArchive((state) => state.info !== null);
  if (!isOpen) return <NoArchive />;
  return (
    <div className="archive">
      <ArchiveHead />
      {panel === 'table' && (
        <>
          <Toolbar />
          <ArchiveTable />
        </>
      )}
      {panel === 'search' && <SearchPanel />}
      {panel === 'progress' && <ProgressBoard />}
      <Batches />
    </div>
  );
}

function NoArchive() {
  const { t } = useWords();
  const canPick = useDesk((state) => state.app?.canPickFolder ?? false);
  return (
    <div className="waiting">
      <h2>{t('archive.none')}</h2>
      {canPick ? (
        <button type="button" className="main" onClick={() => void archive.pickFolder()}>
          {t('archive.pick')}
        </button>
      ) : (
        <p className="quiet">{t('archive.howToPick')}</p>
      )}
      <button type="button" onClick={() => desk.set({ place: 'desk' })}>
        {t('archive.back')}
      </button>
    </div>
  );
}

function ArchiveHead() {
  const { t } = useWords();
  const info = useArchive((state) => state.info);
  const panel = useArchive((state) => state.panel);
  const canPick = useDesk((state) => state.app?.canPickFolder ?? false);
  if (!info) return null;
  const { reading } = info;
  return (
    <header className="archive-head">
      <h2 dir="auto" title={info.folder}>
        {info.name}
      </h2>
      <span className="quiet">{t('archive.issues', { count: info.issues })}</span>
      {reading && (
        <span className="archive-reading" role="status">
          {t('archive.reading', { ...reading })}
          <progress aria-label={t('archive.reading', { ...reading })} value={reading.done} max={reading.of} />
        </span>
      )}
      {info.notice && <span role="status">{t(`archive.notice.${info.notice}`)}</span>}
      <span className="spread" />
      <div role="tablist" aria-label={t('archive.panels')} className="tabs">
        {PANELS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={panel === one}
            className="plain"
            onClick={() => archive.show(one)}
          >
            {t(`archive.panel.${one}`)}
          </button>
        ))}
      </div>
      {canPick && (
        <button type="button" onClick={() => void archive.pickFolder()}>
          {t('archive.pick')}
        </button>
      )}
    </header>
  );
}
