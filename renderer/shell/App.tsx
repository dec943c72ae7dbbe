/** The window: issue bar, panes, doubts, footer; or what stands there before an issue is ready. */
import { Group, Panel, Separator } from 'react-resizable-panels';
import { ArchiveView, useArchiveEvents } from '../archive/ArchiveView.tsx';
import { runById } from '../commands/dispatch.ts';
import { AboutDialog } from '../dialogs/AboutDialog.tsx';
import { GiveDialog } from '../dialogs/GiveDialog.tsx';
import { HelpDialog } from '../dialogs/HelpDialog.tsx';
import { IssuesDialog } from '../dialogs/IssuesDialog.tsx';
import { JumpDialog } from '../dialogs/JumpDialog.tsx';
import { KeysDialog } from '../dialogs/KeysDialog.tsx';
import { MastheadDialog } from '../dialogs/MastheadDialog.tsx';
import { PageOrderDialog } from '../dialogs/PageOrderDialog.tsx';
import { PaletteDialog } from '../dialogs/PaletteDialog.tsx';
import { SettingsDialog } from '../dialogs/SettingsDialog.tsx';
import { WhyDialog } from '../dialogs/WhyDialog.tsx';
import { DoubtStrip } from '../doubts/DoubtStrip.tsx';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { FacsimilePane } from '../facsimile/FacsimilePane.tsx';
import { FindPanel } from '../find/FindPanel.tsx';
import { CompareDialog } from '../history/CompareDialog.tsx';
import { HistoryPanel } from '../history/HistoryPanel.tsx';
import { useWords } from '../i18n/words.ts';
import { AnswerNote, ChangeNote, WriteNote } from '../notes/NoteDialog.tsx';
import { NotesPanel } from '../notes/NotesPanel.tsx';
import { SecondPanel } from '../second/SecondPanel.tsx';
import { desk, openIssue, useDesk } from '../store/index.ts';
import { type Dialog, problemKey } from '../store/state.ts';
import { TOUR } from '../tour/steps.ts';
import { Tour, useFirstTour } from '../tour/Tour.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Footer } from './Footer.tsx';
import { IssueBar } from './IssueBar.tsx';
import { Messages } from './Messages.tsx';
import { AskPerson, Notices } from './Notices.tsx';
import { Panes, Region } from './Panes.tsx';
import { useAppearance } from './useAppearance.ts';
import { useDrops } from './useDrops.ts';
import { useKeys } from './useKeys.ts';

export function App() {
  useAppearance();
  useKeys();
  useDrops();
  useArchiveEvents();
  useFirstTour();
  const phase = useDesk((state) => state.phase);
  const isArchive = useDesk((state) => state.place === 'archive');
  const did = useDesk((state) => state.did);
  const tourPane = useDesk((state) => TOUR[state.tour ?? -1]?.pane);
  const isConnected = useDesk((state) => state.app !== null);
  // The text can be read while the segmenter works on its proposal.
  const isReading = useDesk((state) => state.phase === 'segmenting' && state.issue !== null);
  const isBusy = !isConnected || phase === 'opening' || phase === 'segmenting';
  return (
    <div className="window" data-busy={isBusy} data-phase={phase} data-did={did ?? undefined} data-tour={tourPane}>
      <IssueBar />
      <Notices />
      <AskPerson />
      <main className="desk">
        {isArchive ? (
          <ArchiveView />
        ) : phase === 'ready' || isReading ? (
          <>
            {isReading && <Segmenting />}
            <Workspace />
            {phase === 'ready' && <FindPanel />}
            {phase === 'ready' && <HistoryPanel />}
            {phase === 'ready' && <NotesPanel />}
            {phase === 'ready' && <SecondPanel />}
            <Region pane="doubts">
              <DoubtStrip />
            </Region>
          </>
        ) : (
          <Waiting />
        )}
      </main>
      <Footer />
      <Messages />
      {!isArchive && <Tour />}
      <OpenDialog />
    </div>
  );
}

/** The panes, and the picture of the page beside them. */
function Workspace() {
  const { t } = useWords();
  const isFacsimileOpen = useDesk((state) => state.isFacsimileOpen && state.phase === 'ready');
  return (
    <Group className="beside" orientation="horizontal">
      {isFacsimileOpen && (
        <>
          <Panel id="facsimile" defaultSize="34%" minSize="15%">
            <ErrorBoundary part="facsimile">
              <FacsimilePane />
            </ErrorBoundary>
          </Panel>
          <Separator className="separator" aria-label={t('pane.resize', { pane: t('facsimile.title') })} />
        </>
      )}
      <Panel key="panes" id="panes" minSize="40%">
        <Panes />
      </Panel>
    </Group>
  );
}

/** Before an issue is ready: nothing open, on its way, or why it could not be opened. */
function Waiting() {
  const { t, sentence } = useWords();
  const phase = useDesk((state) => state.phase);
  const problem = useDesk((state) => state.problem);
  const file = useDesk((state) => state.file);
  const name = file?.name ?? '';
  if (phase === 'failed' && problem) {
    return (
      <div className="waiting" role="alert">
        <h2 dir="auto">{t('open.failed', { name })}</h2>
        <p>{sentence({ key: problemKey(problem), values: problem.values ?? {} })}</p>
        <div className="buttons">
          {file && (
            <button type="button" onClick={() => void openIssue(file.file)}>
              {t('open.again')}
            </button>
          )}
          <button type="button" onClick={() => runById(desk, 'desk.open')}>
            {t('command.desk.open')}
          </button>
        </div>
      </div>
    );
  }
  if (phase === 'opening' || phase === 'segmenting') {
    return (
      <div className="waiting" role="status">
        <h2 dir="auto">{t(`open.${phase}`, { name })}</h2>
        <progress aria-label={t(`open.${phase}`, { name })} />
        <div className="buttons">
          <CancelButton />
        </div>
      </div>
    );
  }
  return (
    <div className="waiting">
      <h2>{t('open.start')}</h2>
      <button type="button" className="main" onClick={() => runById(desk, 'desk.open')}>
        {t('command.desk.open')}
      </button>
    </div>
  );
}

/** Above the panes while the proposal is made: how far it is, and the way out. */
function Segmenting() {
  const { t } = useWords();
  const progress = useDesk((state) => state.progress);
  const name = useDesk((state) => state.file?.name ?? '');
  return (
    <div className="segmenting" role="status">
      <span dir="auto">{t('open.segmenting', { name })}</span>
      <progress aria-label={t('open.segmenting', { name })} value={progress} />
      <CancelButton />
    </div>
  );
}

function CancelButton() {
  const { t } = useWords();
  return (
    <button type="button" onClick={() => void desk.cancel()}>
      {t('dialog.cancel')}
    </button>
  );
}

function OpenDialog() {
  const dialog = useDesk((state) => state.dialog);
  return dialog && <DialogOf dialog={dialog} />;
}

function DialogOf({ dialog }: { readonly dialog: Dialog }) {
  switch (dialog.kind) {
    case 'palette':
      return <PaletteDialog />;
    case 'help':
      return <HelpDialog />;
    case 'give':
      return <GiveDialog />;
    case 'jump':
      return <JumpDialog />;
    case 'keys':
      return <KeysDialog />;
    case 'settings':
      return <SettingsDialog />;
    case 'issues':
      return <IssuesDialog />;
    case 'about':
      return <AboutDialog />;
    case 'masthead':
      return <MastheadDialog />;
    case 'pageOrder':
      return <PageOrderDialog />;
    case 'why':
      return <WhyDialog />;
    case 'note':
      if ('place' in dialog) return <WriteNote place={dialog.place} />;
      return dialog.act === 'answer' ? <AnswerNote note={dialog.note} /> : <ChangeNote note={dialog.note} />;
    case 'compare':
      return <CompareDialog since={dialog.since} />;
    case 'export':
      return <ExportDialog of={dialog.of} />;
  }
}
