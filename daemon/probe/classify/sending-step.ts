/** What of a letter is judged at the stage `sender`, behind MAIL FROM: one recipient, or the letter itself. */
export type SendingStep = 'recipient' | 'letter';
