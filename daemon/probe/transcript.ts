import type { AccountType } from '../../shared/account.ts';
import type { TestEvent } from '../../shared/event.ts';
import type { Stage } from '../../shared/stage.ts';
import { CredentialReader, render } from './redaction/command-spans.ts';
import type { Scrubber } from './redaction/scrubber.ts';

type Line = Extract<TestEvent, { type: 'transcript' }>;

/** A session worth reading is shorter; what a hostile server adds is counted, not kept. */
const keptLines = 2_500;
const keptCharacters = 1_024;

/**
 * Both sides of the session as it may be shown: credentials are named, never quoted (security §4).
 * With debug every line becomes an event; without, it only hides what must be hidden in replies.
 */
export class Transcript {
  readonly #credentials: CredentialReader;
  readonly #scrubber: Scrubber;
  readonly #scrubServer: (line: string) => string;
  readonly #debug: boolean;
  #stage: Stage = 'resolve';
  #clientRest = '';
  #fresh: Line[] = [];
  #recorded = 0;
  #wake: (() => void) | undefined;

  constructor(type: AccountType, scrubber: Scrubber, debug: boolean) {
    this.#credentials = new CredentialReader(type);
    this.#scrubber = scrubber;
    this.#scrubServer = scrubber.lineByLine();
    this.#debug = debug;
  }

  enter(stage: Stage): void {
    this.#stage = stage;
  }

  client(bytes: Buffer): void {
    const lines = (this.#clientRest + bytes.toString('utf8')).split(/\r?\n/);
    this.#clientRest = lines.pop() ?? '';
    for (const line of lines) {
      const spans = this.#credentials.client(line);
      this.#scrubber.addCredentialLine(line, spans);
      this.#record('client', render(spans));
    }
  }

  /** Returns the line as it may be shown: a challenge is only named, an echoed secret is gone, also one cut across lines. */
  server(line: string): string {
    // Cut before the search, which costs by length; a little more than is kept, for what stands across the cut.
    const rendered = render(this.#credentials.server(line)).slice(0, keptCharacters + 64);
    const shown = this.#scrubServer(rendered).slice(0, keptCharacters);
    this.#record('server', shown);
    return shown;
  }

  /** Our own remark between the lines. */
  note(text: string): void {
    this.#record('note', text);
  }

  /** Yields the lines as they come until `work` is settled. Never throws. */
  async *follow(work: Promise<unknown>): AsyncGenerator<Line> {
    let settled = false;
    const end = work.then(
      () => (settled = true),
      () => (settled = true),
    );
    while (!settled) {
      yield* this.#fresh.splice(0);
      await Promise.race([end, this.#next()]);
    }
    yield* this.#fresh.splice(0);
  }

  #next(): Promise<void> {
    if (this.#fresh.length > 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #record(from: Line['from'], text: string): void {
    if (!this.#debug || this.#recorded > keptLines) return;
    this.#recorded += 1;
    const shown = this.#recorded > keptLines ? `More than ${keptLines} lines: the rest is left out.` : text;
    this.#fresh.push({
      type: 'transcript',
      stage: this.#stage,
      from: shown === text ? from : 'note',
      text: shown.slice(0, keptCharacters),
    });
    this.#wake?.();
  }
}
