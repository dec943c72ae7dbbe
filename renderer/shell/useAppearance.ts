/** Theme, text size and language of the document, as the settings say. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LANG_TAGS, languageFor } from '../i18n/i18n.ts';
import { useDesk } from '../store/index.ts';

/** `?lang=` of the page's address rules over the setting. */
export const languageOverride = (): string | null => new URLSearchParams(window.location.search).get('lang');

export function useAppearance(): void {
  const { i18n } = useTranslation();
  const theme = useDesk((state) => state.settings.theme);
  const fontSize = useDesk((state) => state.settings.fontSize);
  const rawFont = useDesk((state) => state.settings.rawFont);
  const setting = useDesk((state) => state.settings.language);
  const app = useDesk((state) => state.app);
  const language = languageFor(languageOverride(), setting, app?.locales ?? navigator.languages);

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    document.documentElement.dataset.rawFont = rawFont;
  }, [rawFont]);
  useEffect(() => {
    document.documentElement.style.setProperty('--text-size', `${fontSize}px`);
  }, [fontSize]);
  useEffect(() => {
    document.documentElement.lang = LANG_TAGS[language];
    if (i18n.language !== language) void i18n.changeLanguage(language);
  }, [language, i18n]);
}
