import Pop3Command from 'node-pop3';
import type { Evidence } from '../../shared/evidence.ts';
import type { Secret } from '../secret.ts';
import { CodedFailure, KnownFailure } from './known-failure.ts';
import { UidlList } from './wire/id-list.ts';
import type { Wire } from './wire/wire.ts';

interface Reply {
  status: string;
  /** The lines of a multi-line reply, dot-stuffing undone. */
  lines: string[] | undefined;
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
  /** Commands on the wire whose replies are still to come, oldest first. */
  #outstanding: string[] = [];
  /** Commands on the wire that the library has not asked for yet. */
  #ahead: string[] = [];
  #ready: Reply[] = [];
  #collecting: Reply | undefined;
  #libraryWaits = false;
  #broken: unknown;

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
      const many = /^\+OK\b/i.test(line) && (command === 'CAPA' || command === 'UIDL');
      this.#collecting = { status: line, lines: many ? [] : undefined };
      if (many) {
        if (command === 'UIDL') this.#wire.expectList({ form: 'lines' });
        return true;
      }
    } else if (line !== '.') {
      const text = line.startsWith('.') ? line.slice(1) : line;
      // `number id`; some servers put more blanks between.
      if (command === 'UIDL') this.#ids.add(text.replace(/^\d+[ \t]+/, ''));
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

class Refused extends CodedFailure {
  constructor(reply: string) {
    super('EREFUSED', 'The server refused the command.', { reply });
  }
}
