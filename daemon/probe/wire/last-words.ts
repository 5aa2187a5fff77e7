/** Of a long answer the last lines are the ones that tell. */
const keptLines = 40;
const keptCharacters = 1_024;

/** What the server said since our last command, as it may be shown. */
export class LastWords {
  #lines: string[] = [];

  add(line: string): void {
    this.#lines.push(line.slice(0, keptCharacters));
    if (this.#lines.length > keptLines) this.#lines.shift();
  }

  clear(): void {
    this.#lines = [];
  }

  /** Lines joined by `\n`. */
  get text(): string {
    return this.#lines.join('\n');
  }
}
