/** Of a list some 1,300 ids: a few milliseconds while the code that takes them is cold. */
const octetsATurn = 32 * 1024;
/** Beyond it they are handed on at once: a flood ends at its reader's limits, and does not pile up here. */
const mostWaiting = 4 * 1024 * 1024;

/**
 * What a connection brings, handed on in its order; of a list so much in one turn of the event loop that others have
 * theirs. The stream itself is not paused: a server that hangs up behind its last line would take what is unread with it.
 */
export class ChunkQueue {
  readonly #take: (chunk: Buffer) => void;
  readonly #isList: () => boolean;
  readonly #waiting: Buffer[] = [];
  #waitingOctets = 0;
  /** Handed on in this turn. */
  #octets = 0;
  /** What happened behind the last chunk. */
  readonly #behind: (() => void)[] = [];

  constructor(take: (chunk: Buffer) => void, isList: () => boolean) {
    this.#take = take;
    this.#isList = isList;
  }

  add(chunk: Buffer): void {
    this.#waiting.push(chunk);
    this.#waitingOctets += chunk.length;
    if (this.#waiting.length === 1 || this.#waitingOctets > mostWaiting) this.#handOn();
  }

  /** Runs the function when all that came before is handed on, and behind what was asked for before. */
  whenEmpty(work: () => void): void {
    if (this.#waiting.length === 0 && this.#behind.length === 0) work();
    else this.#behind.push(work);
  }

  #handOn(): void {
    while (this.#octets < octetsATurn || !this.#isList() || this.#waitingOctets > mostWaiting) {
      const chunk = this.#waiting.shift();
      if (!chunk) break;
      this.#waitingOctets -= chunk.length;
      if (this.#octets === 0) setImmediate(this.#nextTurn);
      this.#octets += chunk.length;
      this.#take(chunk);
    }
    // In a turn of its own, as without a queue: whoever waits for the last line goes first.
    if (this.#waiting.length === 0 && this.#behind.length > 0)
      setImmediate(() => this.#behind.splice(0).forEach((work) => work()));
  }

  readonly #nextTurn = (): void => {
    this.#octets = 0;
    this.#handOn();
  };
}
