/** The languages of the window. All words are in resources/locales; no text stands in code. */
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../../resources/locales/en.json';
import zh from '../../resources/locales/zh.json';
import type { Settings } from '../../shared/contract/settings.ts';
import { isLanguage, type Language, languageOf } from '../../shared/language.ts';

/** The language to show: `?lang=` first, then the setting, then the first that the system asks for and we have. */
export const languageFor = (
  override: string | null,
  setting: Settings['language'],
  locales: readonly string[],
): Language => (isLanguage(override) ? override : languageOf(setting, locales));

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
