import type { MessageIds } from '../../../shared/event.ts';

const kept = 10;

/** Message ids counted as they pass: of a list of any length only the newest ten are kept. */
export class IdList {
  #count = 0;
  #newest: string[] = [];
  readonly #byValue: boolean;

  /** UIDs come in any order and rise with age (RFC 9051 §2.3.1.1); UIDLs come in the maildrop's order. */
  constructor(order: 'by value' | 'as listed') {
    this.#byValue = order === 'by value';
  }

  add(id: string): void {
    this.#count += 1;
    const oldest = this.#newest[0];
    if (this.#newest.length === kept && this.#byValue && oldest !== undefined && Number(id) < Number(oldest))
      return;
    this.#newest.push(id);
    if (this.#byValue) this.#newest.sort((a, b) => Number(a) - Number(b));
    if (this.#newest.length > kept) this.#newest.shift();
  }

  /** Newest first. */
  get ids(): MessageIds {
    return { count: this.#count, newest: this.#newest.toReversed() };
  }
}
