import Pop3Command from 'node-pop3';
import type { Evidence } from '../../shared/evidence.ts';
import type { Secret } from '../secret.ts';
import { CodedFailure, KnownFailure } from './known-failure.ts';
import { UidlList } from './wire/id-list.ts';
import { LetterBlock } from './wire/letter-block.ts';
import type { Wire } from './wire/wire.ts';

interface Reply {
  status: string;
  /** The lines of a multi-line reply, dot-stuffing undone. */
  lines: string[] | undefined;
  letter?: LetterBlock;
}

/**
 * node-pop3 with our line framing (RFC 1939 §3) in place of its own, which loses replies that are cut
 * across packets. Commands may be sent ahead (RFC 2449 §6.6): the library still asks one by one and
 * finds the reply ready. It never holds the password: the wire puts it in.
 */
export class Pop3Client extends Pop3Command {
  readonly #wire: Wire;
  readonly #username: string;
  readonly #password: Secret;
  #ids = new UidlList();
  /** Takes the lines of a list (UIDL, LIST), which may be long: `number id`; some servers put more blanks between. */
  #onListed = (line: string): void => this.#ids.add(line.replace(/^\d+[ \t]+/, ''));
  /** Commands on the wire whose replies are still to come, oldest first. */
  #outstanding: string[] = [];
  /** Commands on the wire that the library has not asked for yet. */
  #ahead: string[] = [];
  #ready: Reply[] = [];
  #collecting: Reply | undefined;
  #libraryWaits = false;
  /** The one that the library was given last. */
  #letter: LetterBlock | undefined;
  #broken: unknown;

  /** Of each letter, in octets: how many are kept, and how many may come. */
  letterLimits = { kept: 0, most: 0 };

  constructor(wire: Wire, username: string, password: Secret) {
    super({ user: username, password: '', host: '' });
    this.#wire = wire;
    this.#username = username;
    this.#password = password;
    const writer = { write: (text: string) => this.#ask(text.trimEnd()) };
    this._socket = writer as unknown as typeof this._socket;
    this.on('error', () => undefined);
    wire.listen((line) => this.#take(line));
    wire.broken.catch((error: unknown) => {
      this.#broken = error;
      this.#deliver();
    });
  }

  /** Empty from a server older than CAPA. */
  async capabilities(): Promise<string[]> {
    try {
      const [, stream] = await this.command('CAPA');
      const text: unknown = await Pop3Command.stream2String(stream);
      const lines = Pop3Command.listify(String(text));
      return lines.map((words) => words.join(' ').trim().toUpperCase());
    } catch (error) {
      if (error instanceof Refused) return [];
      throw error;
    }
  }

  async login(): Promise<void> {
    await this.command('USER');
    await this.command('PASS');
  }

  /**
   * STAT and UIDL. Where UIDL is refused (RFC 1939 §7: optional) the count alone is known, and `newest`
   * is empty. Throws `protocol_error` when the two do not agree.
   */
  async list(): Promise<Evidence['mailbox']> {
    const status = await this.STAT();
    const [, count = '', octets = ''] = /^(\d{1,10}) (\d{1,15})(?: |$)/.exec(status) ?? [];
    if (!count) throw new KnownFailure('protocol_error', 'STAT was not answered with two numbers.');
    const maildrop = { count: Number(count), octets: Number(octets) };
    try {
      await this.UIDL();
    } catch (error) {
      if (error instanceof Refused) return { ...maildrop, newest: [] };
      throw error;
    }
    const { ids } = this.#ids;
    if (ids.count !== maildrop.count) {
      throw new KnownFailure('protocol_error', `STAT counts ${count} messages and UIDL lists ${ids.count}.`);
    }
    return { ...ids, octets: maildrop.octets };
  }

  /** UIDL with the numbers of the messages, as listed, each id once. Throws `protocol_error` where it is refused. */
  async uidls(): Promise<{ number: number; uidl: string }[]> {
    const found = new Map<string, number>();
    this.#onListed = (line) => {
      const [, number = '', uidl] = /^(\d{1,10})[ \t]+(\S{1,255})[ \t]*$/.exec(line) ?? [];
      if (uidl === undefined)
        throw new KnownFailure('protocol_error', 'UIDL was not answered with ids.', { reply: line });
      if (!found.has(uidl)) found.set(uidl, Number(number));
    };
    try {
      await this.UIDL();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new KnownFailure('protocol_error', 'Without UIDL nobody can tell which letters are new.', {
        reply: error.reply ?? '',
      });
    }
    return Array.from(found, ([uidl, number]) => ({ number, uidl }));
  }

  /** LIST: octets by the number of the message. */
  async sizes(): Promise<Map<number, number>> {
    const found = new Map<number, number>();
    this.#onListed = (line) => {
      const [, number, octets] = /^(\d{1,10})[ \t]+(\d{1,15})\b/.exec(line) ?? [];
      if (octets !== undefined) found.set(Number(number), Number(octets));
    };
    await this.LIST();
    return found;
  }

  /** TOP or RETR: the letter's first octets, or why the server refuses it. */
  async letter(command: readonly string[]): Promise<{ raw: Buffer } | { refused: string }> {
    try {
      await this.command(...command);
      return { raw: this.#letter?.takeOctets() ?? Buffer.alloc(0) };
    } catch (error) {
      if (error instanceof Refused) return { refused: error.reply ?? '' };
      throw error;
    }
  }

  /** DELE: undefined, or why the server refuses it. */
  async remove(number: number): Promise<string | undefined> {
    try {
      await this.command('DELE', String(number));
      return undefined;
    } catch (error) {
      if (error instanceof Refused) return error.reply ?? '';
      throw error;
    }
  }

  /** Sends several commands in one segment. */
  sendAhead(...commands: string[]): void {
    this.#send(commands);
    this.#ahead.push(...commands.filter((command) => command !== 'QUIT'));
  }

  #ask(command: string): void {
    if (this.#ahead[0] === command) this.#ahead.shift();
    else this.#send([command]);
    this.#libraryWaits = true;
    this.#deliver();
  }

  #send(commands: string[]): void {
    this.#outstanding.push(...commands.filter((command) => command !== 'QUIT'));
    this.#wire.writeLines(...commands.map((command) => this.#spell(command)));
  }

  #spell(command: string): string {
    if (command === 'USER') return `USER ${this.#username}`;
    return command === 'PASS' ? `PASS ${this.#password.open()}` : command;
  }

  /** Returns false for a line that answers none of our commands: the reply to QUIT. */
  #take(line: string): boolean {
    const command = this.#outstanding[0];
    if (command === undefined) return false;
    if (!this.#collecting) {
      const ok = /^\+OK\b/i.test(line);
      const many = ok && (command === 'CAPA' || isList(command));
      this.#collecting = { status: line, lines: many ? [] : undefined };
      if (many) {
        if (isList(command)) this.#wire.expectList({ form: 'lines' });
        return true;
      }
      if (ok && /^(?:TOP|RETR) /.test(command)) {
        this.#collecting.letter = new LetterBlock(this.letterLimits);
        this.#wire.expectList({ form: 'block', block: this.#collecting.letter });
        return true;
      }
    } else if (line !== '.') {
      const text = line.startsWith('.') ? line.slice(1) : line;
      if (isList(command)) this.#onListed(text);
      else this.#collecting.lines?.push(text);
      return true;
    }
    this.#wire.endList();
    this.#outstanding.shift();
    this.#ready.push(this.#collecting);
    this.#collecting = undefined;
    this.#deliver();
    return true;
  }

  #deliver(): void {
    if (!this.#libraryWaits) return;
    const reply = this.#ready.shift();
    // Replies that came before the connection broke still count: a server may hang up right after QUIT.
    if (!reply && !this.#broken) return;
    this.#libraryWaits = false;
    if (!reply) {
      this.emit('error', this.#broken);
      return;
    }
    const { status, lines } = reply;
    this.#letter = reply.letter;
    if (/^\+OK\b/i.test(status)) {
      const stream = lines ? this._updateStream() : null;
      this.emit('response', status.slice(4), stream);
      for (const line of lines ?? []) stream?.push(`${line}\r\n`);
      if (stream) this._endStream();
    } else {
      this.emit(
        'error',
        /^-ERR\b/i.test(status)
          ? new Refused(status)
          : new CodedFailure('EPROTOCOL', 'The reply is neither +OK nor -ERR.', { reply: status }),
      );
    }
  }
}

function isList(command: string): boolean {
  return command === 'UIDL' || command === 'LIST';
}

class Refused extends CodedFailure {
  constructor(reply: string) {
    super('EREFUSED', 'The server refused the command.', { reply });
  }
}
