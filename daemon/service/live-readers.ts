import type { LiveEvent } from '../../shared/live-event.ts';

const mostWaiting = 10_000;
const aliveMs = 20_000;

/** Whoever watches. Each reads at its own pace; one that falls too far behind is let go, and connects again. */
export interface LiveReaders {
  tell: (event: LiveEvent) => void;
  /** First a sign of life, then what was until now, then everything that is told from this call on, until the signal or `close`. */
  open(until: readonly LiveEvent[], signal: AbortSignal): AsyncGenerator<LiveEvent, void>;
  close(): void;
}

interface Reader {
  push: (event: LiveEvent) => void;
  end: () => void;
}

export function liveReaders(): LiveReaders {
  const readers = new Set<Reader>();
  let closed = false;

  function open(until: readonly LiveEvent[], signal: AbortSignal): AsyncGenerator<LiveEvent, void> {
    let waiting: LiveEvent[] = [];
    let weight = 0;
    let ended = closed || signal.aborted;
    let changed = Promise.withResolvers<void>();
    const alive = setInterval(() => reader.push({ type: 'alive' }), aliveMs).unref();
    const reader: Reader = {
      push(event) {
        waiting.push(event);
        weight += weightOf(event);
        if (weight > mostWaiting) reader.end();
        changed.resolve();
      },
      end() {
        ended = true;
        waiting = [];
        readers.delete(reader);
        clearInterval(alive);
        signal.removeEventListener('abort', reader.end);
        changed.resolve();
      },
    };
    signal.addEventListener('abort', reader.end, { once: true });
    if (ended) reader.end();
    else readers.add(reader);

    // Subscribed by the call, not by the first reading: nothing is missed in between.
    return (async function* read() {
      try {
        // The stream is open from here on: a client that waits for it need not wait for the first event.
        if (!ended) yield { type: 'alive' };
        for (const event of until) {
          if (ended) return;
          yield event;
        }
        while (!ended) {
          const events = waiting;
          waiting = [];
          weight = 0;
          for (const event of events) {
            if (ended) return;
            yield event;
          }
          if (waiting.length > 0 || ended) continue;
          changed = Promise.withResolvers();
          await changed.promise;
        }
      } finally {
        reader.end();
      }
    })();
  }

  return {
    tell(event) {
      for (const reader of readers) reader.push(event);
    },
    open,
    close() {
      closed = true;
      for (const reader of readers) reader.end();
    },
  };
}

function weightOf(event: LiveEvent): number {
  return event.type === 'log' ? event.records.length : 1;
}
