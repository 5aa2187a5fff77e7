import type { KindOf } from '../cause-groups.ts';
import type { Entry } from '../entry.ts';

/** Causes in the mailbox and in sending. */
export const mailboxEntries: Record<KindOf<'mailbox'>, Entry> = {
  mailbox_locked: {
    why: 'Only one program may hold it at a time, and another does. Name and password were right.',
    steps: [
      'Close other programs and devices that fetch this mailbox by POP3.',
      'Wait ten minutes: a broken session keeps its lock for a while.',
      'Use IMAP if several devices share the mailbox.',
    ],
  },
  mailbox_permission: {
    why: 'The login worked, but this user may not read the mailbox.',
    steps: [
      'Ask the owner or the administrator for the right to read it.',
      'Check that User Name is the one the rights were given to.',
    ],
  },
  quota_exceeded: {
    why: 'Its storage is used up, so the server refuses to go on.',
    steps: [
      'Log in to web mail, delete large messages and empty the trash.',
      'Ask the provider or administrator for more space.',
    ],
  },
  sender_rejected: {
    why: 'From is not an address this login may send with, or its domain cannot receive mail.',
    steps: [
      'Set From to the address of this account.',
      'To send with another address, add and verify it as an alias or sender in the provider’s settings.',
      'In a company, ask the administrator for the right “Send As”.',
    ],
  },
  recipient_rejected: {
    why: 'There is no such mailbox, or it takes no mail from you. Login and sender were accepted.',
    steps: [
      'Check the recipient’s address letter by letter, also behind the @.',
      'Read the server’s words: they may name another reason.',
      'Ask the recipient, by another way, which address is right.',
    ],
  },
  relay_denied: {
    why: 'It treats you as a stranger: you are not logged in, or this is not your outgoing server.',
    steps: [
      'Fill in User Name and Password, and use port 465 with Enable SSL or 587 with Enable TLS.',
      'Check that Server is the outgoing (SMTP) server of your own provider.',
    ],
  },
  message_too_large: {
    why: 'The server has a size limit for a message, attachments included (they grow by a third when sent).',
    steps: [
      'Send a smaller message, or a link in place of the attachment.',
      'Ask the provider for its size limit.',
    ],
  },
  message_rejected_policy: {
    why: 'The sender’s domain lacks SPF, DKIM or DMARC as the server wants it, or the content looked like spam.',
    steps: [
      'Read the server’s words: they name the check that failed.',
      'Let the owner of the From domain correct its SPF, DKIM and DMARC records.',
      'Send through the server that belongs to the From address.',
    ],
  },
};
