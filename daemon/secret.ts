import { inspect } from 'node:util';

const redacted = '[redacted]';
const maxBytes = 1024;

/** A password on its way to the login step (security §4): every way of printing it gives `[redacted]`. */
export class Secret {
  readonly #value: string;

  /** Throws a RangeError whose sentence may be shown: it never holds the value. */
  constructor(value: string) {
    const bytes = Buffer.byteLength(value, 'utf8');
    if (bytes === 0) throw new RangeError('Password is missing.');
    if (bytes > maxBytes) {
      throw new RangeError(`Password is longer than ${maxBytes.toLocaleString('en')} bytes.`);
    }
    if (['\0', '\r', '\n'].some((forbidden) => value.includes(forbidden))) {
      throw new RangeError('Password must be one line of text, without a NUL character.');
    }
    // A lone surrogate would leave as U+FFFD: another password than the one typed.
    if (!value.isWellFormed()) throw new RangeError('Password holds half a character: type it again.');
    this.#value = value;
  }

  /** The password in clear: for the login step alone. */
  open(): string {
    return this.#value;
  }

  toString(): string {
    return redacted;
  }

  toJSON(): string {
    return redacted;
  }

  [Symbol.toPrimitive](): string {
    return redacted;
  }

  [inspect.custom](): string {
    return redacted;
  }
}
