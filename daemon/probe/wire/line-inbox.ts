/** Lines that wait for their reader, or the reader that waits for a line. */
export class LineInbox {
  #lines: string[] = [];
  #deliver: ((line: string) => void) | undefined;

  put(line: string): void {
    const deliver = this.#deliver;
    this.#deliver = undefined;
    if (deliver) deliver(line);
    else this.#lines.push(line);
  }

  /** The next line; undefined when none is there yet. */
  takeNow(): string | undefined {
    return this.#lines.shift();
  }

  /** The next line to come. One reader at a time. */
  take(): Promise<string> {
    return new Promise((resolve) => {
      this.#deliver = resolve;
    });
  }

  takeAll(): string[] {
    return this.#lines.splice(0);
  }
}
