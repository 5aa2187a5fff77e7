import type { View } from './views.ts';

const characterHidden = 1;
const lineHidden = 2;
/** A wider gap between the parts of a find is shown: it is no separator. */
const widestGap = 64;

/** What is to be hidden of one text. */
export class Marks {
  readonly #text: string;
  readonly #marks: Uint8Array;
  #any = false;

  constructor(text: string) {
    this.#text = text;
    this.#marks = new Uint8Array(text.length);
  }

  /** Hides what the view's characters from `start` to `end` stand for, and what it left out between them but line breaks. */
  hide(view: View, start: number, end: number): void {
    this.#mark(view.starts[start] ?? 0, view.ends[start] ?? 0);
    for (let index = start + 1; index < end; index += 1) {
      const behind = view.ends[index - 1] ?? 0;
      const from = view.starts[index] ?? 0;
      if (from > behind && this.#isGap(behind, from)) this.#mark(behind, from);
      this.#mark(from, view.ends[index] ?? 0);
    }
  }

  /** Hides every line that one of the view's characters from `start` to `end` stands in. */
  hideLines(view: View, start: number, end: number): void {
    this.#any = true;
    for (let index = start; index < end; index += 1) {
      const at = view.starts[index] ?? 0;
      this.#marks[at] = (this.#marks[at] ?? 0) | lineHidden;
    }
  }

  /** The text from `from` to `to` with its hidden parts replaced. */
  write(from = 0, to = this.#text.length): string {
    const text = this.#text.slice(from, to);
    if (!this.#any) return text;
    let written = '';
    for (const { 0: piece, index } of text.matchAll(/[\r\n]+|[^\r\n]+/g)) {
      const start = from + index;
      written += /^[\r\n]/.test(piece) ? piece : this.#line(start, start + piece.length);
    }
    return written;
  }

  #line(start: number, end: number): string {
    let written = '';
    let shown = start;
    for (let at = start; at < end; at += 1) {
      const mark = this.#marks[at] ?? 0;
      if (mark & lineHidden) return '[redacted line]';
      if (mark === 0) continue;
      // Half a character must not be left over.
      const first = at > shown && isSecondHalf(this.#text.charCodeAt(at)) ? at - 1 : at;
      while (at < end && (this.#marks[at] === characterHidden || isSecondHalf(this.#text.charCodeAt(at))))
        at += 1;
      written += `${this.#text.slice(shown, first)}[redacted]`;
      shown = at;
      at -= 1;
    }
    return written + this.#text.slice(shown, end);
  }

  #mark(from: number, to: number): void {
    this.#any = true;
    for (let at = from; at < to; at += 1) this.#marks[at] = (this.#marks[at] ?? 0) | characterHidden;
  }

  #isGap(from: number, to: number): boolean {
    return to - from < widestGap && !/[\r\n]/.test(this.#text.slice(from, to));
  }
}

function isSecondHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
