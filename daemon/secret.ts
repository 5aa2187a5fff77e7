import { inspect } from 'node:util';
import { type Sentence, sentences } from './sentence.ts';
import { english } from './secret-texts/en.ts';
import { russian } from './secret-texts/ru.ts';

const redacted = '[redacted]';
const maxBytes = 1024;

const texts = sentences(english, { ru: russian });

/** Why a text cannot be a password. */
export class SecretRefused extends RangeError {
  readonly sentence: Sentence;

  constructor(sentence: Sentence) {
    super(sentence.en);
    this.sentence = sentence;
  }
}

/** A password on its way to the login step (security §4): every way of printing it gives `[redacted]`. */
export class Secret {
  readonly #value: string;

  /** Throws `SecretRefused`, whose sentence never holds the value. */
  constructor(value: string) {
    const bytes = Buffer.byteLength(value, 'utf8');
    if (bytes === 0) throw new SecretRefused(texts.missing);
    if (bytes > maxBytes) {
      throw new SecretRefused(texts.long(maxBytes));
    }
    if (['\0', '\r', '\n'].some((forbidden) => value.includes(forbidden))) {
      throw new SecretRefused(texts.notOneLine);
    }
    // A lone surrogate would leave as U+FFFD: another password than the one typed.
    if (!value.isWellFormed()) throw new SecretRefused(texts.half);
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
