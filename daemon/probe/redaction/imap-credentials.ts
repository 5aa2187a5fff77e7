import { saslArguments } from './sasl-mechanisms.ts';
import { hide, hideRest, type SecretName, type Span } from './span.ts';

const loginArguments: readonly SecretName[] = ['user name', 'password'];

/** Credentials in an IMAP session: LOGIN with quoted strings or literals, and AUTHENTICATE (RFC 9051 §6.2). */
export class ImapCredentials {
  #tag = '';
  /** Every client line is a credential until the tagged reply to `#tag`. */
  #open = false;
  /** A `+` came: the next client line answers it, even when the tagged reply follows at once. */
  #owed = false;
  /** Which argument of LOGIN comes next, and the bytes of the literal announced for it. */
  #argument = 0;
  #literalBytes: number | undefined;

  client(line: string): Span[] {
    const owed = this.#owed;
    this.#owed = false;
    if (this.#literalBytes !== undefined) return this.#literal(line, this.#literalBytes);
    if (this.#open || owed) return [hide('SASL response', line)];
    const [tag = '', verb = ''] = line.split(' ', 2);
    const command = verb.toUpperCase();
    const shown = { text: line.slice(0, tag.length + 1 + verb.length) };
    const rest = line.slice(tag.length + 1 + verb.length);
    if (command === 'LOGIN') {
      this.#tag = tag;
      this.#argument = 0;
      return [shown, ...this.#login(rest)];
    }
    if (command === 'AUTHENTICATE') {
      this.#tag = tag;
      this.#open = true;
      return [shown, ...saslArguments(rest)];
    }
    const known = shownCommands.has(command) || line.toUpperCase() === 'DONE';
    return known ? [{ text: line }] : [hide('unknown line', line)];
  }

  server(line: string): Span[] {
    if (line === '+' || line.startsWith('+ ')) {
      this.#owed = true;
      return [{ text: line.slice(0, 2) }, ...hideRest('challenge', line.slice(2))];
    }
    if (this.#tag !== '' && line.startsWith(`${this.#tag} `)) {
      this.#open = false;
      this.#literalBytes = undefined;
    }
    return [{ text: line }];
  }

  #literal(line: string, bytes: number): Span[] {
    this.#literalBytes = undefined;
    // Credentials hold no CR or LF, so a literal never goes on behind the end of its line.
    const content = firstBytes(line, bytes);
    const hidden = hide(this.#nextArgument(), content);
    const rest = line.slice(content.length);
    if (rest === '' || rest.startsWith(' ')) return [hidden, ...this.#login(rest)];
    this.#open = true;
    return [hidden, hide('unknown line', rest)];
  }

  /** `rest` starts with the blank before the next argument, or is empty behind the last one. */
  #login(rest: string): Span[] {
    const argument = rest.slice(1);
    if (argument === '' || this.#argument === loginArguments.length) {
      // Too few or too many arguments: what else may come is unknown until the server has answered.
      this.#open = argument !== '' || this.#argument < loginArguments.length;
      return hideRest('unknown line', rest);
    }
    const announced = /^~?\{(\d+)\+?\}$/.exec(argument);
    if (announced) {
      this.#literalBytes = Number(announced[1]);
      return [{ text: ' ' }, { secret: 'literal', length: this.#literalBytes }];
    }
    const isLast = this.#argument === loginArguments.length - 1;
    const end = isLast ? argument.length : endOfArgument(argument);
    const spans = [{ text: ' ' }, hide(this.#nextArgument(), argument.slice(0, end))];
    return isLast ? spans : [...spans, ...this.#login(argument.slice(end))];
  }

  #nextArgument(): SecretName {
    const name = loginArguments[this.#argument] ?? 'unknown line';
    this.#argument += 1;
    return name;
  }
}

/** Index behind a quoted string or an atom; the whole text when a quoted string does not end. */
function endOfArgument(text: string): number {
  if (!text.startsWith('"')) return text.includes(' ') ? text.indexOf(' ') : text.length;
  for (let at = 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"')
      return text[at + 1] === undefined || text[at + 1] === ' ' ? at + 1 : text.length;
  }
  return text.length;
}

function firstBytes(line: string, bytes: number): string {
  let content = '';
  let left = bytes;
  for (const character of line) {
    left -= Buffer.byteLength(character, 'utf8');
    if (left < 0) break;
    content += character;
  }
  return content;
}

const shownCommands = new Set([
  'CAPABILITY',
  'CHECK',
  'CLOSE',
  'COMPRESS',
  'ENABLE',
  'EXAMINE',
  'EXPUNGE',
  'FETCH',
  'GETQUOTAROOT',
  'ID',
  'IDLE',
  'LIST',
  'LOGOUT',
  'LSUB',
  'NAMESPACE',
  'NOOP',
  'SEARCH',
  'SELECT',
  'STARTTLS',
  'STATUS',
  'UID',
  'UNAUTHENTICATE',
  'UNSELECT',
]);
