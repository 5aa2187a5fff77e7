import type { LetterRecord } from '../../../shared/letter.ts';
import { allRecipients } from '../../../shared/letter-recipients.ts';
import { shortReasonWords } from '../../../shared/letter-reason.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import type { Tone } from '../paint.ts';
import { letterStatusWords } from './letter-text.ts';
import { localMoment } from './moment.ts';

/** A letter on one line: when, what became of it, who, and its subject. */
export function letterLine(letter: LetterRecord, tint: (tone: Tone, text: string) => string): string {
  const { id, createdAt, direction, status, sender, subject, reply, reason } = letter;
  const words = letterStatusWords(letter);
  const tone = words === status ? tones[status] : 'caution';
  const word = words.padEnd(10);
  const who = direction === 'incoming' ? `from ${sender}` : `to ${goneTo(letter)}`;
  return [
    tint('quiet', localMoment(createdAt)),
    id,
    tone ? tint(tone, word) : word,
    visibleText(who, 60),
    visibleText(subject, 200),
    // What a server said is for `letters get`; where none said anything, ours is the only word there is.
    ...(reason === undefined || reply !== undefined ? [] : [tint('quiet', shortReasonWords(reason))]),
  ].join('  ');
}

/** Who has it, where it is not whom it names. */
function goneTo({ redirectedTo, ...letter }: LetterRecord): string {
  const recipients = allRecipients(letter);
  return redirectedTo === undefined
    ? recipients
    : `${visibleText(redirectedTo, 60)} in place of ${recipients}`;
}

const tones: Partial<Record<LetterRecord['status'], Tone>> = {
  Failed: 'bad',
  Unknown: 'caution',
  Ignored: 'quiet',
};
