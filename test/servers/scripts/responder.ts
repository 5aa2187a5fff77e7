import type { Peer } from '../peer.ts';
import { send, step, type Step } from '../steps.ts';

/** What an account on a scripted server looks like. */
export interface MailServerOptions<Command extends string> {
  username: string;
  password: string;
  /** `ssl` begins with TLS, `tls` demands STARTTLS or STLS before the login, `plain` offers neither. */
  security: 'ssl' | 'tls' | 'plain';
  /** UIDs in IMAP, UIDLs in POP3, oldest first. */
  messageIds?: readonly string[];
  /** What a letter says, by its id; a short one unless told otherwise. ASCII, lines ended by CRLF. */
  letterOf?: (id: string) => string;
  /** The whole list of capabilities (EHLO keywords in SMTP), before and after TLS, instead of the usual. */
  capabilities?: readonly string[];
  /** Other replies: the server says or does this at the command and leaves its state alone. */
  on?: { readonly [Name in Command]?: Reply | readonly Reply[] };
}

/** A line to send (lines that follow each other go out in one write), or something to do. */
export type Reply = string | Step;

/** The replies to one command, after what it did to the session. */
export type Handler<Session> = (
  session: Session,
  words: readonly string[],
  peer: Peer,
) => Reply | readonly Reply[] | Promise<Reply | readonly Reply[]>;

/** A way to speak: how a command is read and a reply is written. */
export interface Dialect {
  /** The words of the next command, its name first; `undefined` when the client has gone. */
  readCommand(peer: Peer): Promise<readonly string[] | undefined>;
  /** Makes the line that goes out from the reply to a command. */
  line(reply: string, peer: Peer): string;
  unknown: string;
}

/** A step that answers by command, in whatever order they come, pipelined or not, until the client goes. */
export function respond<Session>(
  dialect: Dialect,
  handlers: Readonly<Record<string, Handler<Session>>>,
  overrides: Readonly<Record<string, Reply | readonly Reply[]>> | undefined,
  begin: () => Session,
): Step {
  const known = new Map(Object.entries(handlers));
  const replaced = new Map(Object.entries(overrides ?? {}));
  return step('answer commands', async (peer) => {
    const session = begin();
    for (;;) {
      const words = await dialect.readCommand(peer);
      if (!words) return;
      const name = words[0] ?? '';
      const replies =
        replaced.get(name) ?? (await known.get(name)?.(session, words.slice(1), peer)) ?? dialect.unknown;
      for (const part of stepsOf(replies, (reply) => dialect.line(reply, peer))) await part.run(peer);
    }
  });
}

/** A letter for those who care for none in particular. */
export function usualLetter(id: string): string {
  return `From: sender@example.org\r\nTo: small@mail.test\r\nSubject: Letter ${id}\r\nMessage-ID: <${id}@example.org>\r\n\r\nText ${id}\r\n`;
}

/** Replies as steps; neighbouring lines become one write. */
export function stepsOf(
  replies: Reply | readonly Reply[],
  lineOf = (reply: string): string => reply,
): Step[] {
  const steps: Step[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    if (lines.length > 0) steps.push(send(lines.join('\r\n')));
    lines = [];
  };
  for (const reply of Array.isArray(replies) ? (replies as readonly Reply[]) : [replies as Reply]) {
    if (typeof reply === 'string') lines.push(lineOf(reply));
    else {
      flush();
      steps.push(reply);
    }
  }
  flush();
  return steps;
}
