import { type ScriptedServer, scriptedServer } from '../servers/scripted-server.ts';
import { imapScript, type ImapOptions } from '../servers/scripts/imap.ts';
import { pop3Script, type Pop3Options } from '../servers/scripts/pop3.ts';

const login = { username: 'small', password: 'pw-Small-1', security: 'plain' } as const;
/** What most IMAP servers offer. */
export const usual = ['IMAP4rev1', 'SASL-IR', 'AUTH=PLAIN', 'UIDPLUS'];

/** An IMAP server that offers IDLE. */
export const imap = (options: Partial<ImapOptions>) =>
  scriptedServer(imapScript({ ...login, capabilities: [...usual, 'IDLE'], ...options }));
/** A POP3 server. */
export const pop3 = (options: Partial<Pop3Options>) => scriptedServer(pop3Script({ ...login, ...options }));
/** How it is reached. */
export const at = (server: ScriptedServer, type: 'imap' | 'pop3') =>
  ({ ...login, type, port: server.port }) as const;
/** What the client said, without its tags. */
export const said = (server: ScriptedServer) =>
  server.receivedBeforeTls
    .toString()
    .split('\r\n')
    .map((line) => line.replace(/^(?:W1|[\dA-Z]{1,2}) /, ''));
/** How many lines are like this. */
export const count = (lines: string[], what: RegExp) => lines.filter((line) => what.test(line)).length;
