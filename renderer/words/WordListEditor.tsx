/** The newspaper's word list in the settings: what was learnt, what a person puts in or takes out. */
import { type FormEvent, useId, useRef } from 'react';
import { problemOf } from '../../shared/contract/contract.ts';
import { WORD_KINDS, type Word, wordSchema } from '../../shared/words/list.ts';
import { useWords } from '../i18n/words.ts';
import { desk, useDesk } from '../store/index.ts';
import { problemKey } from '../store/state.ts';
import { showWords } from './learning.ts';
import './words.css';

/** Saves the list as a person left it. */
async function save(words: readonly Word[]): Promise<void> {
  const { host, words: list } = desk.store.getState();
  if (!host || !list) return;
  try {
    showWords(desk, await host.call('words.set', { paper: list.paper, words: [...words] }));
  } catch (error) {
    desk.say('problem', { key: problemKey(problemOf(error)) });
  }
}

export function WordListEditor() {
  const { t } = useWords();
  const list = useDesk((state) => state.words);
  const title = useId();
  if (!list) return <p className="quiet">{t('words.noPaper')}</p>;
  return (
    <section className="words" aria-labelledby={title}>
      <h3 id={title}>{t('words.title', { paper: list.paper })}</h3>
      <p className="quiet">{t('words.hint')}</p>
      <AddWord words={list.words} />
      <ul className="words-list" aria-label={t('words.title', { paper: list.paper })}>
        {list.words.map((word) => (
          <li key={word.text}>
            <span dir="auto">{word.text}</span>{' '}
            <span className="quiet">
              {t(`words.kind.${word.kind}`)} ·{' '}
              {word.count === 0 ? t('words.own') : t('words.seen', { count: word.count })}
            </span>
            <button
              type="button"
              className="plain"
              aria-label={t('words.remove', { text: word.text })}
              onClick={() => void save(list.words.filter((one) => one !== word))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddWord({ words }: { readonly words: readonly Word[] }) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const kind = useRef<HTMLSelectElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const word = wordSchema.safeParse({ text: input.current?.value, kind: kind.current?.value, count: 0 });
    if (!word.success) return;
    void save([word.data, ...words.filter(({ text }) => text !== word.data.text)]);
    if (input.current) input.current.value = '';
  };
  return (
    <form className="words-add" onSubmit={submit}>
      <input ref={input} type="text" maxLength={100} aria-label={t('words.word')} placeholder={t('words.word')} />
      <select ref={kind} aria-label={t('words.kindLabel')}>
        {WORD_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`words.kind.${one}`)}
          </option>
        ))}
      </select>
      <button type="submit">{t('words.add')}</button>
    </form>
  );
}
