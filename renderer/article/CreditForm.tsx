/** One credit being typed: role and name, inline. Enter saves, Escape leaves it as it was. */

import { type FormEvent, useId, useState } from 'react';
import type { Credit } from '../../shared/model/review.ts';
import { useWords } from '../i18n/words.ts';

/** Roles in the normal form of the language tables, offered while typing; any other may be typed. */
const ROLES = ['记者', '通讯员', '摄影', '作者', '编辑', 'by', 'photo'];

interface Props {
  /** The credit as it is; none for a new one. */
  readonly credit?: Credit;
  readonly save: (credit: Credit) => void;
  readonly cancel: () => void;
}

/** The credit after the change. A name that was typed is whole; one without a place in the raw text is supplied. */
export function changedCredit(before: Credit | undefined, role: string, name: string): Credit {
  const isSameName = before?.name === name;
  return {
    role,
    name,
    ...(before?.span ? { span: before.span } : { supplied: true as const }),
    ...(isSameName && before?.incomplete ? { incomplete: true as const } : {}),
  };
}

export function CreditForm({ credit, save, cancel }: Props) {
  const { t } = useWords();
  const roles = useId();
  const [role, setRole] = useState(credit?.role ?? '');
  const [name, setName] = useState(credit?.name ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [cleanRole, cleanName] = [role.trim(), name.trim()];
    if (cleanName === '') return cancel();
    save(changedCredit(credit, cleanRole, cleanName));
  };
  return (
    <form
      className="credit-form"
      aria-label={credit ? t('article.credit.edit', { role: credit.role, name: credit.name }) : t('article.credit.add')}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        cancel();
      }}
    >
      <input
        type="text"
        aria-label={t('article.credit.role')}
        placeholder={t('article.credit.role')}
        list={roles}
        value={role}
        maxLength={100}
        size={8}
        ref={focusFirst}
        onChange={(event) => setRole(event.target.value)}
      />
      <datalist id={roles}>
        {ROLES.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
      <input
        type="text"
        aria-label={t('article.credit.name')}
        placeholder={t('article.credit.name')}
        value={name}
        maxLength={200}
        size={12}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit">{t('article.credit.save')}</button>
      <button type="button" className="quiet" onClick={cancel}>
        {t('article.credit.cancel')}
      </button>
    </form>
  );
}

/** The form opens where a button was pressed: the focus goes into it. */
function focusFirst(input: HTMLInputElement | null): void {
  input?.focus();
}
