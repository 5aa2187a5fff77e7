import type { Secret } from '../../secret.ts';
import type { Form } from './form.ts';
import { allForms, spellingsOf } from './forms.ts';
import { Marks } from './marks.ts';
import { Needles } from './needles.ts';
import { scrubDeep } from './scrub-deep.ts';
import type { Span } from './span.ts';
import { viewsOf } from './views.ts';

/** Shorter secrets occur everywhere by chance: the line that holds one is left out whole. */
const shortSecret = 4;
/** What `lineByLine` remembers: enough for a fragment of the longest escapes with a reply's prefix between them. */
const remembered = 256;

/**
 * The backstop over everything that leaves the process (security §4.4): finds every fragment of 8 or
 * more characters of every form of the secrets, in any case and across lines. Linear in the text.
 */
export class Scrubber {
  readonly #needles = new Needles();
  readonly #shortNeedles = new Needles();
  readonly #keep: ReadonlySet<string>;

  /** `keep`: words of our own that `scrubDeep` leaves alone where they are a whole key or string, such as a stage's name. */
  constructor(
    secrets: readonly Secret[],
    options: { forms?: readonly Form[]; keep?: ReadonlySet<string> } = {},
  ) {
    this.#keep = options.keep ?? new Set();
    for (const secret of secrets) {
      const text = secret.open();
      const isShort = charactersOf(text) < shortSecret;
      const needles = isShort ? this.#shortNeedles : this.#needles;
      // A shorter spelling (two characters of base64, say) is in every line and tells nothing.
      const shortest = isShort ? shortSecret - 1 : shortSecret;
      for (const spelling of spellingsOf(text, options.forms ?? allForms)) {
        if (spelling.length >= shortest || spelling === text) needles.add(spelling);
      }
    }
  }

  /** Registers a SASL answer that went out, and the digest within a CRAM-MD5 one; `spans` are the reader's for this line. */
  addCredentialLine(line: string, spans: readonly Span[]): void {
    const last = spans.at(-1);
    if (!last || !('secret' in last) || !saslAnswers.has(last.secret)) return;
    const answer = line.slice(line.length - last.length);
    if (answer.length < 8) return;
    this.#needles.add(answer);
    const digest = /[\da-f]{32,}$/i.exec(Buffer.from(answer, 'base64').toString('latin1'))?.[0];
    if (digest) this.#needles.add(digest);
  }

  scrub(text: string): string {
    return this.#marks(text).write();
  }

  /** One text per line of a reply: a form that is spread over several lines is found too. */
  scrubLines(lines: readonly string[]): string[] {
    const text = lines.join('\n');
    const marks = this.#marks(text);
    let start = 0;
    return lines.map((line) => {
      start += line.length + 1;
      return marks.write(start - line.length - 1, start - 1);
    });
  }

  /**
   * A scrubber of lines that arrive one by one. It remembers the end of what went before, so that of a
   * form spread over lines at most 7 characters stay; where the lines can wait, `scrubLines` leaves none.
   */
  lineByLine(): (line: string) => string {
    let before = '';
    return (line) => {
      const text = `${before}\n${line}`;
      const scrubbed = this.#marks(text).write(before.length + 1);
      before = text.slice(-remembered);
      return scrubbed;
    };
  }

  /** Every string and key of a JSON-like value; `scrub-deep.ts` says what becomes of other things. */
  scrubDeep<T>(value: T): T {
    return scrubDeep(value, (lines) => {
      const scrubbed = this.scrubLines(lines);
      return lines.map((line, index) => (this.#keep.has(line) ? line : (scrubbed[index] ?? '')));
    }) as T;
  }

  #marks(text: string): Marks {
    const marks = new Marks(text);
    for (const view of viewsOf(text)) {
      this.#needles.search(view.codes, (start, end) => marks.hide(view, start, end));
      this.#shortNeedles.search(view.codes, (start, end) => marks.hideLines(view, start, end));
    }
    return marks;
  }
}

const saslAnswers = new Set(['initial response', 'SASL response']);

function charactersOf(text: string): number {
  return Math.min(Array.from(text).length, Array.from(text.normalize('NFKC')).length);
}
