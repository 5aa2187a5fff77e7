import { t } from '../words.ts';
import type { Cause } from './cause.ts';

/** A cause as plain text for a ticket or a letter. */
export function causeText({ kind, title, why, steps }: Omit<Cause, 'english'>): string {
  return [
    title,
    `${t('causes.cause.code')}: ${kind}`,
    '',
    why,
    '',
    ...steps.map((step, at) => `${at + 1}. ${step}`),
  ].join('\n');
}
