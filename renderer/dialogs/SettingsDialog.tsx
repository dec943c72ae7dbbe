/** What the desk remembers: language, theme, size of the text, the person's name. */
import type { ReactNode } from 'react';
import { LONGEST_PERSON, type Settings, settingsChangeSchema } from '../../shared/contract/settings.ts';
import { useWords } from '../i18n/words.ts';
import { changeSettings, useDesk } from '../store/index.ts';
import { CommandButton } from '../widgets/CommandButton.tsx';
import { Dialog } from '../widgets/Dialog.tsx';
import { WordListEditor } from '../words/WordListEditor.tsx';

const LANGUAGES = ['auto', 'en', 'zh'] as const satisfies readonly Settings['language'][];
const THEMES = ['system', 'light', 'dark', 'contrast'] as const satisfies readonly Settings['theme'][];
const RAW_FONTS = ['mono', 'sans', 'serif'] as const satisfies readonly Settings['rawFont'][];
const SIZES = { least: 11, most: 28 };

/** Saves what fits the schema; anything else stays as it was. */
function change(part: { readonly [K in keyof Settings]?: unknown }): void {
  const checked = settingsChangeSchema.partial().safeParse(part);
  if (checked.success) void changeSettings(checked.data as Partial<Settings>);
}

export function SettingsDialog() {
  const { t } = useWords();
  const settings = useDesk((state) => state.settings);
  return (
    <Dialog title={t('settings.title')}>
      <div className="form">
        <Choice label={t('settings.language')} value={settings.language} change={(language) => change({ language })}>
          {LANGUAGES.map((one) => (
            <option key={one} value={one}>
              {t(`language.${one}`)}
            </option>
          ))}
        </Choice>
        <Choice label={t('settings.theme')} value={settings.theme} change={(theme) => change({ theme })}>
          {THEMES.map((one) => (
            <option key={one} value={one}>
              {t(`theme.${one}`)}
            </option>
          ))}
        </Choice>
        <Choice label={t('settings.rawFont')} value={settings.rawFont} change={(rawFont) => change({ rawFont })}>
          {RAW_FONTS.map((one) => (
            <option key={one} value={one}>
              {t(`rawFont.${one}`)}
            </option>
          ))}
        </Choice>
        <label>
          {t('settings.fontSize')}
          <input
            type="number"
            min={SIZES.least}
            max={SIZES.most}
            value={settings.fontSize}
            onChange={(event) => change({ fontSize: event.target.valueAsNumber })}
          />
        </label>
        <label>
          {t('settings.person')}
          <input
            type="text"
            maxLength={LONGEST_PERSON}
            name="person"
            defaultValue={settings.person}
            onBlur={(event) => change({ person: event.target.value.trim() })}
          />
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={settings.paperProfile}
            onChange={(event) => change({ paperProfile: event.target.checked })}
          />
          {t('settings.paperProfile')}
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={settings.foldBlank}
            onChange={(event) => change({ foldBlank: event.target.checked })}
          />
          {t('settings.foldBlank')}
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={settings.copyLines}
            onChange={(event) => change({ copyLines: event.target.checked })}
          />
          {t('settings.copyLines')}
        </label>
        <div className="buttons">
          <CommandButton id="desk.remap" />
        </div>
      </div>
      <WordListEditor />
    </Dialog>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly children: ReactNode;
}

function Choice({ label, value, change, children }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => change(event.target.value)}>
        {children}
      </select>
    </label>
  );
}
