/**
 * Whether the client's next line belongs to a SASL exchange. Replies are counted, so that a reply to a
 * command sent before `AUTH` does not end the exchange.
 */
export class Exchange {
  #open = false;
  /** A challenge came: the next client line answers it, even when a final reply follows the challenge at once. */
  #owed = false;
  #awaited = 0;

  /** A command outside the exchange was sent: one final reply is due for it. */
  command(): void {
    this.#awaited += 1;
  }

  begin(): void {
    this.#open = true;
  }

  challenge(): void {
    this.#owed = true;
  }

  finalReply(): void {
    if (this.#awaited > 0) this.#awaited -= 1;
    else this.#open = false;
  }

  /** True when the line now sent is a credential, whatever it looks like. */
  takesLine(): boolean {
    const takes = this.#open || this.#owed;
    this.#owed = false;
    return takes;
  }
}
