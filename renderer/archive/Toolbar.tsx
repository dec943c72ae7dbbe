/** Above the table: what is shown of the archive, and what can be done with what is selected. */
import { type FormEvent, useEffect, useState } from 'react';
import {
  ARCHIVE_COLUMNS,
  ARCHIVE_GROUPS,
  BATCH_KINDS,
  type BatchKind,
  ISSUE_STATES,
  SOURCE_STATES,
} from '../../shared/contract/archive.ts';
import { LONGEST_PERSON } from '../../shared/contract/settings.ts';
import { useWords } from '../i18n/words.ts';
import { desk } from '../store/index.ts';
import { archive, useArchive } from './index.ts';
import { RulesForm } from './RulesForm.tsx';
import { countOf } from './selection.ts';

/** Typing is told to the desk after a pause, in milliseconds. */
const TYPING_PAUSE = 180;

export function Toolbar() {
  return (
    <div className="archive-tools">
      <Filters />
      <div className="archive-acts">
        <Acts />
        <span className="spread" />
        <Views />
        <Columns />
        <RulesForm />
        <SaveTable />
      </div>
    </div>
  );
}

function SaveTable() {
  const { t } = useWords();
  return (
    <button type="button" onClick={() => void archive.saveTable()}>
      {t('archive.saveTable')}
    </button>
  );
}

function Filters() {
  const { t } = useWords();
  const view = useArchive((state) => state.view);
  const values = useArchive((state) => state.values);
  const { filter } = view;
  return (
    <div className="archive-filters">
      <TextFilter />
      <Choice
        label={t('archive.column.state')}
        value={filter.states?.[0] ?? ''}
        options={ISSUE_STATES.map((state) => [state, t(`archive.state.${state}`)])}
        change={(value) => archive.setFilter({ states: theOne(ISSUE_STATES, value) })}
      />
      <Choice
        label={t('archive.column.assigned')}
        value={filter.assigned === '' ? ' ' : (filter.assigned ?? '')}
        options={[[' ', t('archive.nobody')], ...values.persons.map((one) => [one, one] as const)]}
        change={(value) => archive.setFilter({ assigned: value === '' ? undefined : value.trim() })}
      />
      <Choice
        label={t('archive.paper')}
        value={filter.paper ?? ''}
        options={values.papers.map((one) => [one, one])}
        change={(value) => archive.setFilter({ paper: value || undefined })}
      />
      <Choice
        label={t('archive.column.source')}
        value={filter.sources?.[0] ?? ''}
        options={SOURCE_STATES.map((one) => [one, t(`archive.source.${one}`)])}
        change={(value) => archive.setFilter({ sources: theOne(SOURCE_STATES, value) })}
      />
      <DayFilter name="from" />
      <DayFilter name="to" />
      <label className="check">
        <input
          type="checkbox"
          checked={filter.doubts ?? false}
          onChange={(event) => archive.setFilter({ doubts: event.target.checked || undefined })}
        />
        {t('archive.withDoubts')}
      </label>
      <Choice
        label={t('archive.groupBy')}
        value={view.group ?? ''}
        options={ARCHIVE_GROUPS.map((group) => [group, t(`archive.group.${group}`)])}
        change={(value) =>
          archive.setView({ group: ARCHIVE_GROUPS.find((group) => group === value) ?? null, folded: [] })
        }
      />
    </div>
  );
}

/** A filter for the choice; none when any will do. */
function theOne<T extends string>(choices: readonly T[], value: string): T[] | undefined {
  const chosen = choices.filter((one) => one === value);
  return chosen.length > 0 ? chosen : undefined;
}

function TextFilter() {
  const { t } = useWords();
  const [typed, setTyped] = useState(archive.store.getState().view.filter.text ?? '');
  useEffect(() => {
    const before = archive.store.getState().view.filter.text ?? '';
    if (typed === before) return;
    const timer = setTimeout(() => archive.setFilter({ text: typed || undefined }), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <input
      type="search"
      value={typed}
      aria-label={t('archive.filter')}
      placeholder={t('archive.filter')}
      maxLength={300}
      onChange={(event) => setTyped(event.target.value)}
      // Who has typed all does not wait for the pause.
      onKeyDown={(event) => event.key === 'Enter' && archive.setFilter({ text: typed || undefined })}
    />
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly change: (value: string) => void;
}

function Choice({ label, value, options, change }: ChoiceProps) {
  const { t } = useWords();
  return (
    <select aria-label={label} title={label} value={value} onChange={(event) => change(event.target.value)}>
      <option value="">{t('archive.any', { what: label })}</option>
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Years, months and days: `2013`, `2013-08`, `2013-08-19`. */
const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/;

function DayFilter({ name }: { readonly name: 'from' | 'to' }) {
  const { t } = useWords();
  const set = useArchive((state) => state.view.filter[name] ?? '');
  const [typed, setTyped] = useState(set);
  const change = (value: string) => {
    setTyped(value);
    if (value === '' || DAY.test(value)) archive.setFilter({ [name]: value || undefined });
  };
  return (
    <input
      type="text"
      className="day"
      value={typed}
      aria-label={t(`archive.${name}`)}
      placeholder={t(`archive.${name}`)}
      aria-invalid={typed !== '' && !DAY.test(typed)}
      maxLength={10}
      onChange={(event) => change(event.target.value)}
    />
  );
}

function Acts() {
  const { t } = useWords();
  const selected = useArchive((state) => countOf(state.selected, state.issues));
  const issues = useArchive((state) => state.issues);
  const isRunning = useArchive((state) => state.batches.some((batch) => batch.state === 'running'));
  const [kind, setKind] = useState<BatchKind>('segment');
  const [person, setPerson] = useState('');
  const many = selected === 0 ? issues : selected;
  const assign = (event: FormEvent) => {
    event.preventDefault();
    void archive.assign(person.trim());
  };
  return (
    <>
      <span role="status" className="archive-chosen">
        {selected === 0 ? t('archive.allOf', { count: issues }) : t('archive.selectedOf', { selected, count: issues })}
      </span>
      <select aria-label={t('archive.act')} value={kind} onChange={(event) => setKind(kindOf(event.target.value))}>
        {BATCH_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`archive.batch.${one}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="main"
        disabled={isRunning || many === 0}
        onClick={() => (kind === 'export' ? openExport() : void archive.startBatch(kind))}
      >
        {t(kind === 'export' ? 'archive.startExport' : 'archive.start', { count: many })}
      </button>
      <form className="archive-assign" onSubmit={assign}>
        <input
          type="text"
          value={person}
          maxLength={LONGEST_PERSON}
          aria-label={t('archive.assignTo')}
          placeholder={t('archive.assignTo')}
          onChange={(event) => setPerson(event.target.value)}
        />
        <button type="submit" disabled={selected === 0}>
          {person.trim() === '' ? t('archive.unassign') : t('archive.assign')}
        </button>
      </form>
    </>
  );
}

/** What is delivered how is asked first. */
const openExport = (): void => desk.set({ dialog: { kind: 'export', of: 'archive' } });

const kindOf = (value: string): BatchKind => BATCH_KINDS.find((one) => one === value) ?? 'segment';

function Columns() {
  const { t } = useWords();
  const columns = useArchive((state) => state.columns);
  return (
    <details className="menu">
      <summary>{t('archive.columns')}</summary>
      <fieldset>
        <legend className="sr-only">{t('archive.columns')}</legend>
        {ARCHIVE_COLUMNS.map((column) => (
          <label key={column} className="check">
            <input
              type="checkbox"
              checked={columns.includes(column)}
              disabled={columns.length === 1 && columns.includes(column)}
              onChange={(event) =>
                archive.set({
                  columns: ARCHIVE_COLUMNS.filter((one) =>
                    one === column ? event.target.checked : columns.includes(one),
                  ),
                })
              }
            />
            {t(`archive.column.${column}`)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

function Views() {
  const { t } = useWords();
  const views = useArchive((state) => state.views);
  const [name, setName] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    void archive.saveView(name.trim());
    setName('');
  };
  return (
    <details className="menu">
      <summary>{t('archive.views')}</summary>
      <div className="menu-body">
        {views.map((one) => (
          <p key={one.name} className="menu-row">
            <button
              type="button"
              className="link"
              dir="auto"
              onClick={() => {
                archive.set({ columns: one.columns });
                archive.setView(one.view);
              }}
            >
              {one.name}
            </button>
            <button
              type="button"
              className="plain"
              aria-label={t('archive.dropView', { name: one.name })}
              onClick={() => void archive.dropView(one.name)}
            >
              ×
            </button>
          </p>
        ))}
        <form className="archive-assign" onSubmit={save}>
          <input
            type="text"
            value={name}
            maxLength={100}
            aria-label={t('archive.viewName')}
            placeholder={t('archive.viewName')}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit">{t('archive.saveView')}</button>
        </form>
      </div>
    </details>
  );
}
