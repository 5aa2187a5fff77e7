import { type Evidence, evidence } from '../../../shared/evidence.ts';
import type { Stage } from '../../../shared/stage.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { attemptWords } from './attempt-words.ts';
import type { Subject } from './subject.ts';
import { tlsWords } from './tls-words.ts';

/** The essential evidence of a passed stage on one line, clean; empty when it has an unknown shape. */
export function evidenceWords(stage: Stage, found: unknown, subject: Subject): string {
  const schema = evidence[stage === 'starttls' ? 'tls' : stage];
  const parsed = schema.safeParse(found);
  if (!parsed.success) return '';
  // The table is keyed by the stage whose schema has just parsed this evidence.
  const say = words[stage] as (found: unknown, subject: Subject) => string;
  return visibleText(say(parsed.data, subject));
}

const words: { [Name in Stage]: (found: Evidence[Name], subject: Subject) => string } = {
  resolve: ({ addresses }) => addresses.join(', '),
  connect: ({ address, port, attempts }) => {
    const before = attempts.filter(({ error }) => error !== undefined);
    const tried = before.length > 0 ? `, after ${attemptWords(before)}` : '';
    return `${address.includes(':') ? `[${address}]` : address}:${port}${tried}`;
  },
  tls: tlsWords,
  starttls: tlsWords,
  greeting: ({ text, authenticated }, { security }) =>
    `${security === 'tls' && !authenticated ? 'before TLS, not authenticated: ' : ''}${serverWords(text)}`,
  login: ({ mechanism }, { settings }) => `${mechanism} as ${settings.username}`,
  sender: ({ from }) => `${from} accepted`,
  mailbox: ({ count, newest }) => {
    const messages = count === 1 ? '1 message' : `${count} messages`;
    if (newest.length === 0) return messages;
    const more = count > shownIds ? ', …' : '';
    return `${messages}, newest ${newest.slice(0, shownIds).join(', ')}${more}`;
  },
  logout: ({ reply }) => serverWords(reply),
};

/** UIDLs are long: a person sees that there are some, --json has ten. */
const shownIds = 3;

/** All lines of a reply on one, cut: the whole of it stands in --json and --debug. */
function serverWords(reply: string): string {
  return visibleText(reply.replaceAll(/\r?\n/g, ' / '), 100);
}
