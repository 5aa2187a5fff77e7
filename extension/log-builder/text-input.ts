import type { InputHTMLAttributes } from 'preact';
import { type ConditionField, conditionFields } from '../../shared/condition/fields.ts';
import { t } from '../words.ts';

/** What the field for a text, an id or an account has of its own; accounts are offered by name from the `datalist`. */
export function inputOf(field: ConditionField, namesId: string): InputHTMLAttributes {
  const plain = { type: 'text', autocomplete: 'off', spellcheck: false } as const;
  if (field === 'accountId') return { ...plain, list: namesId, placeholder: t('logBuilder.accountHint') };
  if (conditionFields[field].type === 'text') return plain;
  return { ...plain, inputMode: 'numeric', placeholder: t('logBuilder.idHint') };
}
