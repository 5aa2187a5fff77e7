import type { Pattern } from './pattern.ts';

/** Wordings of a reply to RCPT TO that speak of the recipient; elsewhere the same words are about the user. */
export const recipientPatterns: Pattern[] = [
  {
    kind: 'quota_exceeded',
    says: [/mailbox[^\n]{0,20}(?:\bfull\b|exceed|over)|over[- ]?quota|quota exceeded|\b[45]\.2\.2\b/i],
  },
  {
    // Postfix begins so whatever the reason; it is not about our host.
    kind: 'server_temporary',
    says: [/\brecipient address rejected:[^\n]*(?:try again|later|temporar|grey-?list)/i],
  },
  {
    kind: 'recipient_rejected',
    // A line that names the sender is about that, also where it was put off until now.
    says: [
      /^(?![^\n]*\bsender\b)[^\n]*\b(?:user|recipient|mailbox|address|account|alias)\b[^\n]{0,40}(?:unknown|not (?:found|known|exist|here|valid|listed|local)|does ?n.t exist|does not exist|invalid|unavailable|disabled|inactive|no longer)/im,
      /^(?![^\n]*\bsender\b)[^\n]*(?:unknown|invalid|no such|bad|undeliverable|non-?existent|unrouteable)[^\n]{0,20}\b(?:user|recipient|mailbox|address|account|person)\b|no mailbox (?:here )?by that name/im,
    ],
    lasting: true,
  },
];

/** What is left to say where a server names the recipient and no other cause: before the letter itself. */
export const recipientNamed: Pattern[] = [
  { kind: 'recipient_rejected', says: [/\brecipient address rejected\b/i], at: ['sender'], lasting: true },
];
