/** The languages of the window. All words are in resources/locales; no text stands in code. */
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../../resources/locales/en.json';
import zh from '../../resources/locales/zh.json';
import type { Settings } from '../../shared/contract/settings.ts';

const LANGUAGES = ['en', 'zh'] as const;
type Language = (typeof LANGUAGES)[number];

const isLanguage = (text: string | null): text is Language => (LANGUAGES as readonly (string | null)[]).includes(text);

/** The language to show: `?lang=` first, then the setting, then the first that the system asks for and we have. */
export function languageFor(
  override: string | null,
  setting: Settings['language'],
  locales: readonly string[],
): Language {
  if (isLanguage(override)) return override;
  if (setting !== 'auto') return setting;
  const known = locales.map((locale) => locale.toLowerCase().split('-')[0] ?? '').find(isLanguage);
  return known ?? 'en';
}

/** Starts i18next with both languages, bundled: switching needs no request. */
export function startLanguages(language: Language): i18n {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, zh: { translation: zh } },
    // React escapes; newspaper text in values is text.
    interpolation: { escapeValue: false },
    nsSeparator: false,
    returnNull: false,
    initAsync: false,
  });
  return i18next;
}

/** Tags for `lang` attributes and number formats. */
export const LANG_TAGS: { readonly [language in Language]: string } = { en: 'en', zh: 'zh-CN' };
