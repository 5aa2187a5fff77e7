import { type LetterHold, type LetterRecord, letterStatuses } from '../../shared/letter.ts';
import { t } from '../words.ts';

/** What the status says of an outgoing letter, or of one that is ignored; empty for one that came in, since it is here. */
export function letterMeaning({ direction, status }: Pick<LetterRecord, 'direction' | 'status'>): string {
  if (direction === 'incoming' && status !== 'Ignored') return '';
  const meaning = meanings[letterStatuses.indexOf(status)];
  return meaning ? t(`letters.means.${meaning}`) : '';
}

/** In the order of the statuses. */
const meanings = [
  'ready',
  'inProcess',
  'processed',
  'failed',
  'ignored',
  'unknown',
] as const satisfies readonly string[] & { length: (typeof letterStatuses)['length'] };

/** Why it is not sent though its time has come. */
export function holdWords(hold: LetterHold): string {
  if (hold === 'sending_off') return t('letters.holds.sending_off', { property: 'simple.email.smtp.active' });
  return t(`letters.holds.${hold}`);
}
