import { ImapFlow, type ImapTransport } from 'imapflow';
import { KnownFailure } from './known-failure.ts';
import { limits } from './wire/line-reader.ts';
import { type FetchedOctets, fetchedOctets, type UntaggedFetch } from './imap-fetched.ts';
import { type ImapFolder, listedFolder } from './imap-folder.ts';
import type { Wire } from './wire/wire.ts';

/** A part of each letter (RFC 9051 §6.4.5.1). */
export interface OctetRange {
  from: number;
  octets: number;
}

export interface ExaminedMailbox {
  uidValidity: string | undefined;
  exists: number | undefined;
  /** The next letter's UID, or below. */
  uidNext: number | undefined;
}

export interface ImapClient {
  capabilities(): string[];
  login(user: string, pass: string, mechanism: 'LOGIN' | 'PLAIN'): Promise<void>;
  /** Opens a mailbox read-only. */
  examine(mailbox: string): Promise<ExaminedMailbox>;
  /** UID SEARCH for ALL, or for a range of UIDs: the ids themselves are counted on the wire. */
  search(what: string): Promise<void>;
  /** UID SEARCH in the subjects, as `search` does. */
  searchSubject(words: string): Promise<void>;
  /** All folders that can be opened, with their flags and uses (RFC 6154) in lower case. */
  folders(): Promise<ImapFolder[]>;
  /** What has changed in a mailbox that is not open; `news` of the one that is come along by the way. */
  status(mailbox: string): Promise<Pick<ExaminedMailbox, 'uidNext' | 'uidValidity'> & { news: boolean }>;
  /**
   * Deletes one letter and no other; where the server cannot (UIDPLUS, RFC 4315) it is marked alone. Kept where its UID may
   * name another one by now: the mailbox has no UIDVALIDITY, or another than the letter was read under.
   */
  remove(
    mailbox: string,
    uid: number,
    uidValidity: string | undefined,
  ): Promise<'removed' | 'marked' | 'kept'>;
  /** UID FETCH of size and the octets asked for, those of others that come along are left. Never sets \\Seen. */
  fetch(uids: string, part: OctetRange): Promise<FetchedOctets[]>;
  close(): void;
}

/** Starts imapflow on our wire. `greeting` is shown to it in place of the one the wire has read. */
export async function connectImap(wire: Wire, greeting: string): Promise<ImapClient> {
  const flow = new QuietFlow(wire, greeting);
  await wire.guard(flow.connect());
  const internals = flow as unknown as Internals;
  const loginByLiterals = async (user: string, pass: string) => {
    const literal = (value: string) => ({ type: 'LITERAL' as const, value: Buffer.from(value) });
    const response = await internals.exec('LOGIN', [literal(user), literal(pass)]);
    response.next();
  };
  return {
    capabilities: () => [...flow.capabilities.keys()].map((name) => name.toUpperCase()),
    async login(user, pass, mechanism) {
      internals.options.auth = { user, pass, loginMethod: mechanism === 'PLAIN' ? 'AUTH=PLAIN' : 'LOGIN' };
      try {
        // A quoted string is 7-bit (RFC 9051 §9): anything else goes as a literal, which the library would not do.
        if (mechanism === 'LOGIN' && !/^[\x20-\x7e]*$/.test(user + pass)) await loginByLiterals(user, pass);
        else await internals.authenticate();
      } finally {
        internals.options.auth = { user, pass: '' };
      }
    },
    async examine(mailbox) {
      const response = await internals.exec('EXAMINE', [text(mailbox)]);
      response.next();
      const exists = /^\* (\d+) EXISTS\b/im.exec(wire.rawWords)?.[1];
      const uidNext = /\[UIDNEXT (\d+)\]/i.exec(wire.rawWords)?.[1];
      return {
        uidNext: uidNext === undefined ? undefined : Number(uidNext),
        uidValidity: /\[UIDVALIDITY (\d+)\]/i.exec(wire.rawWords)?.[1],
        exists: exists === undefined ? undefined : Number(exists),
      };
    },
    async search(what) {
      const attributes =
        what === 'ALL' ? [atom('ALL')] : [atom('UID'), { type: 'SEQUENCE' as const, value: what }];
      const response = await internals.exec('UID SEARCH', attributes);
      response.next();
    },
    async searchSubject(words) {
      const response = await internals.exec('UID SEARCH', [atom('SUBJECT'), text(words)]);
      response.next();
    },
    async folders() {
      const found: ImapFolder[] = [];
      const take = ({ attributes }: UntaggedFetch) => {
        const folder = listedFolder(attributes);
        if (folder) found.push(folder);
      };
      const untagged = { LIST: async (line: UntaggedFetch) => take(line) };
      const response = await internals.exec('LIST', [text(''), text('*')], { untagged });
      response.next();
      return found;
    },
    async status(mailbox) {
      wire.forgetWords();
      const response = await internals.exec('STATUS', [
        text(mailbox),
        [atom('UIDNEXT'), atom('UIDVALIDITY')],
      ]);
      response.next();
      const number = (name: string) =>
        new RegExp(String.raw`^\* STATUS [^\n]*\b${name} (\d+)`, 'im').exec(wire.rawWords)?.[1];
      const uidNext = number('UIDNEXT');
      return {
        uidNext: uidNext === undefined ? undefined : Number(uidNext),
        uidValidity: number('UIDVALIDITY'),
        news: /^\* \d+ EXISTS\b/im.test(wire.rawWords),
      };
    },
    async remove(mailbox, uid, uidValidity) {
      const exec = async (command: string, ...attributes: (Token | Token[])[]) =>
        (await internals.exec(command, attributes)).next();
      const set = { type: 'SEQUENCE' as const, value: String(uid) };
      wire.forgetWords();
      await exec('SELECT', text(mailbox));
      const opened = /\[UIDVALIDITY (\d+)\]/i.exec(wire.rawWords)?.[1];
      if (opened === undefined || opened !== uidValidity) return 'kept';
      await exec('UID STORE', set, atom('+FLAGS.SILENT'), [atom('\\Deleted')]);
      if (!flow.capabilities.has('UIDPLUS')) return 'marked';
      await exec('UID EXPUNGE', set);
      return 'removed';
    },
    async fetch(uids, { from, octets }) {
      const found: FetchedOctets[] = [];
      const body = { ...atom('BODY.PEEK'), section: [], partial: [from, octets] };
      const take = (untagged: UntaggedFetch) => {
        const letter = fetchedOctets(untagged.attributes?.[1], octets);
        if (letter) found.push(letter);
      };
      const response = await internals.exec(
        'UID FETCH',
        [{ type: 'SEQUENCE', value: uids }, [atom('UID'), atom('RFC822.SIZE'), body]],
        { untagged: { FETCH: async (untagged) => take(untagged) } },
      );
      response.next();
      return found;
    },
    close: () => flow.close(),
  };
}

/**
 * What we use of imapflow that its types keep to themselves: it has no public way to log in apart
 * from connecting, and opening a mailbox through `mailboxOpen` costs LIST and LSUB. The version is
 * pinned in package.json.
 */
interface Internals {
  options: { auth: { user: string; pass: string; loginMethod?: string } };
  authenticate(): Promise<boolean>;
  run(command: string): Promise<unknown>;
  exec(
    command: string,
    attributes: (Token | Token[])[],
    options?: { untagged: Record<string, (untagged: UntaggedFetch) => Promise<void>> },
  ): Promise<{ next(): void }>;
}

interface Token {
  type: 'STRING' | 'ATOM' | 'LITERAL' | 'SEQUENCE';
  value: string | Buffer;
}

function atom(value: string): { type: 'ATOM'; value: string } {
  return { type: 'ATOM', value };
}

function text(value: string): { type: 'STRING'; value: string } {
  return { type: 'STRING', value };
}

/** ImapFlow whose session set-up is CAPABILITY alone: no ID, NAMESPACE, ENABLE, and login only when told. */
class QuietFlow extends ImapFlow {
  constructor(wire: Wire, greeting: string) {
    const transport: ImapTransport = {
      connect(_options, onConnect) {
        setImmediate(onConnect);
        return wire.stream(greeting);
      },
    };
    super({
      host: 'mail.invalid',
      port: 993,
      secure: wire.secured,
      doSTARTTLS: false,
      transport,
      auth: { user: '', pass: '' },
      logger: false,
      disableAutoIdle: true,
      disableAutoEnable: true,
      disableCompression: true,
      maxLineLength: limits.line * 2,
      maxLiteralSize: limits.literal,
      maxResponseSize: limits.literal * 2,
    });
    this.on('error', () => undefined);
  }

  /** Called by imapflow after the greeting. */
  async startSession(): Promise<void> {
    const internals = this as unknown as Internals;
    await internals.run('CAPABILITY');
    if (this.capabilities.size === 0) {
      throw new KnownFailure('protocol_error', 'The server does not say what it can do (CAPABILITY).');
    }
  }
}
