import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import { Refused } from '../../shared/refusal.ts';
import type { Trouble } from '../fields/trouble.ts';
import { t } from '../words.ts';
import { type FieldErrors, plainErrors, refusedErrors } from './field-errors.ts';

/** An error of a call as what to show: at the fields it names, else as a trouble of its own. */
export function troubleOf(error: unknown, title: string): { errors: FieldErrors; trouble?: Trouble } {
  if (error instanceof ConnectionTrouble)
    return {
      errors: {},
      trouble: { title, message: error.message, ...(error.kind === 'busy' ? {} : { away: true }) },
    };
  if (!(error instanceof Refused))
    return { errors: {}, trouble: { title, message: t('accounts.errors.unexpected') } };
  const { kind, message, repair } = error.refusal;
  if (kind === 'conflict')
    return {
      errors: {},
      trouble: {
        title: t('accounts.conflict.trouble.title'),
        message: t('accounts.conflict.trouble.message'),
        conflict: true,
      },
    };
  if (kind === 'guarded') return { errors: {}, trouble: { title, message, guarded: true } };
  const named = plainErrors(refusedErrors(error.refusal));
  const errors = kind === 'secret_required' ? { password: message, ...named } : named;
  if (Object.keys(errors).length > 0) return { errors };
  return { errors, trouble: { title, message, ...(repair ? { repair } : {}) } };
}
