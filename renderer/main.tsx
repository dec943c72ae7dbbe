/** Where the window begins: language, connection to the desk, the first drawing. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectHost } from './host/host.ts';
import { languageFor, startLanguages } from './i18n/i18n.ts';
import { App } from './shell/App.tsx';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { watchFailures } from './shell/failures.ts';
import { languageOverride } from './shell/useAppearance.ts';
import { desk } from './store/index.ts';
import { watchWords } from './words/learning.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/raw.css';
import './styles/articles.css';
import './styles/dialogs.css';
import './styles/archive.css';

const root = document.getElementById('root');
if (root) {
  startLanguages(languageFor(languageOverride(), 'auto', navigator.languages));
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary part="window">
        <App />
      </ErrorBoundary>
    </StrictMode>,
  );
  watchFailures(window, desk);
  watchWords(desk);
  void desk.connect(connectHost(window));
}
