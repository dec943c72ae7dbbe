/** What the archive asks of an issue before it is exported. For everybody who opens the archive. */
import { GATE_RULES } from '../../shared/contract/archive.ts';
import { useWords } from '../i18n/words.ts';
import { archive, useArchive } from './index.ts';

export function RulesForm() {
  const { t } = useWords();
  const rules = useArchive((state) => state.rules);
  return (
    <details className="menu">
      <summary>{t('archive.rules')}</summary>
      <fieldset>
        <legend>{t('archive.rulesTitle')}</legend>
        {GATE_RULES.map((rule) => (
          <label key={rule} className="check">
            <input
              type="checkbox"
              checked={rules.rules.includes(rule)}
              onChange={(event) =>
                void archive.setRules({
                  ...rules,
                  rules: GATE_RULES.filter((one) => (one === rule ? event.target.checked : rules.rules.includes(one))),
                })
              }
            />
            {t(`archive.rule.${rule}`)}
          </label>
        ))}
        {(['refuse', 'stamp'] as const).map((on) => (
          <label key={on} className="check">
            <input
              type="radio"
              name="archive-rules-on"
              checked={rules.on === on}
              onChange={() => void archive.setRules({ ...rules, on })}
            />
            {t(`archive.on.${on}`)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
