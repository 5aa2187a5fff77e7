import type { Security } from './account.ts';
import { type Evidence, evidence } from './evidence.ts';
import type { Stage } from './stage.ts';
import { evidenceTexts as english } from './texts/en/evidence.ts';
import { textsOf } from './texts.ts';
import { visibleText } from './visible-text.ts';
import { attemptWords } from './attempt-words.ts';
import { tlsWords } from './tls-words.ts';

/** What the words must know of the account. */
interface About {
  security: Security;
  username: string;
}

/** The essential evidence of a passed stage on one line, clean; empty when it has an unknown shape. */
export function evidenceWords(stage: Stage, found: unknown, about: About): string {
  const schema = evidence[stage === 'starttls' ? 'tls' : stage];
  const parsed = schema.safeParse(found);
  if (!parsed.success) return '';
  // The table is keyed by the stage whose schema has just parsed this evidence.
  const say = words[stage] as (found: unknown, about: About) => string;
  return visibleText(say(parsed.data, about));
}

const texts = textsOf('evidence', english);

const words: { [Name in Stage]: (found: Evidence[Name], about: About) => string } = {
  resolve: ({ addresses }) => addresses.join(', '),
  connect: ({ address, port, attempts }) => {
    const before = attempts.filter(({ error }) => error !== undefined);
    const tried = before.length > 0 ? texts().after(attemptWords(before)) : '';
    return `${address.includes(':') ? `[${address}]` : address}:${port}${tried}`;
  },
  tls: tlsWords,
  starttls: tlsWords,
  greeting: ({ text, authenticated }, { security }) =>
    security === 'tls' && !authenticated ? texts().beforeTls(serverWords(text)) : serverWords(text),
  login: ({ mechanism }, { username }) => texts().loggedIn(mechanism, username),
  sender: ({ from }) => texts().accepted(from),
  mailbox: ({ count, newest }) => {
    const messages = texts().messages(count);
    if (newest.length === 0) return messages;
    const more = count > shownIds ? ', …' : '';
    return `${messages}${texts().newest(newest.slice(0, shownIds).join(', '))}${more}`;
  },
  logout: ({ reply }) => serverWords(reply),
};

/** UIDLs are long: a person sees that there are some, --json has ten. */
const shownIds = 3;

/** All lines of a reply on one, cut: the whole of it stands in --json and --debug. */
function serverWords(reply: string): string {
  return visibleText(reply.replaceAll(/\r?\n/g, ' / '), 100);
}
