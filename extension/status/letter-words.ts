import {
  isOnItsWay,
  type Letter,
  type LetterHold,
  type LetterRecord,
  letterStatuses,
} from '../../shared/letter.ts';
import { letterReasonWords } from '../../shared/letter-reason.ts';
import { testLetterMinutes } from '../../shared/test-letter-minutes.ts';
import { t } from '../words.ts';

/** All that is to be said of its status, a sentence each: why it waits, how long it is tried, why it is given up. */
export function statusSentences(letter: Letter): string[] {
  const { status, hold, triedUntil, reason } = letter;
  return [
    letterMeaning(letter),
    hold === undefined ? '' : holdWords(hold),
    triedUntil !== undefined && isOnItsWay(status)
      ? t('letters.means.test', { minutes: testLetterMinutes })
      : '',
    reason === undefined ? '' : letterReasonWords(reason),
  ].filter((sentence) => sentence !== '');
}

/** What the status says of an outgoing letter, or of one that is ignored; empty for one that came in, since it is here. */
function letterMeaning({
  direction,
  status,
  refused,
}: Pick<LetterRecord, 'direction' | 'status' | 'refused'>): string {
  if (direction === 'incoming' && status !== 'Ignored') return '';
  if (status === 'Processed' && refused) return t('letters.means.partly');
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
function holdWords(hold: LetterHold): string {
  if (hold === 'sending_off') return t('letters.holds.sending_off', { property: 'simple.email.smtp.active' });
  return t(`letters.holds.${hold}`);
}
