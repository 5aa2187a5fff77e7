import type { TestEvent } from '../../../shared/event.ts';

/** One test's events so far, for any number of followers, each from the beginning. */
export class RunRecord {
  readonly #events: TestEvent[] = [];
  #finished = false;
  #changed = Promise.withResolvers<void>();

  add(event: TestEvent): void {
    this.#events.push(event);
    if (event.type === 'finished') this.#finished = true;
    const changed = this.#changed;
    this.#changed = Promise.withResolvers<void>();
    changed.resolve();
  }

  get events(): readonly TestEvent[] {
    return this.#events;
  }

  get finished(): boolean {
    return this.#finished;
  }

  /** All events from the first to `finished`, as they come. Ends early when the signal is aborted. */
  async *follow(signal: AbortSignal): AsyncGenerator<TestEvent, void> {
    const stopped = new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    for (let at = 0; !signal.aborted;) {
      const event = this.#events[at];
      if (event) {
        at += 1;
        yield event;
        if (event.type === 'finished') return;
      } else {
        // A follower that turns away must not wait for the next event.
        await Promise.race([this.#changed.promise, stopped]);
      }
    }
  }
}
