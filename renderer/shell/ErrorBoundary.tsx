/** Words instead of a blank window when a part of it fails; the other parts go on. */
import { Component, type ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { desk } from '../store/index.ts';
import { tellFailure } from './failures.ts';

interface Props {
  readonly children: ReactNode;
  /** The part's name, a key under `pane.*`. */
  readonly part: string;
}

interface State {
  readonly error: unknown;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
    void tellFailure(desk, error);
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Failed part={this.props.part} again={() => this.setState({ error: null })} />;
  }
}

function Failed({ part, again }: { readonly part: string; readonly again: () => void }) {
  const { t } = useWords();
  return (
    <div className="failed" role="alert">
      <p>{t('failed.part', { part: t(`pane.${part}`) })}</p>
      <p>{t('failed.safe')}</p>
      <div className="buttons">
        <button type="button" onClick={again}>
          {t('failed.again')}
        </button>
        <button type="button" onClick={() => window.location.reload()}>
          {t('failed.reload')}
        </button>
      </div>
    </div>
  );
}
