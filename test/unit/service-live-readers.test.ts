import { describe, expect, it, vi } from 'vitest';
import { liveReaders } from '../../daemon/service/live-readers.ts';
import type { LiveEvent } from '../../shared/live-event.ts';

const changed: LiveEvent = { type: 'changed', what: 'accounts' };
const alive: LiveEvent = { type: 'alive' };
const queued: LiveEvent = { type: 'queued', testId: '157425284611357796' };
const never = new AbortController().signal;

describe('a reader of the live stream', () => {
  it('gets a sign of life, then what was, then what comes, in order, from the moment it asked', async () => {
    const readers = liveReaders();
    const reader = readers.open([queued], never);
    readers.tell(changed);
    const read = [await reader.next(), await reader.next(), await reader.next()];
    expect(read.map(({ value }) => value)).toEqual([alive, queued, changed]);
    await reader.return();
  });

  it('that falls 10,000 events behind is let go, and the others are not', async () => {
    const readers = liveReaders();
    const slow = readers.open([], never);
    const quick = readers.open([], never);
    let read = 0;
    const reading = (async () => {
      for await (const event of quick) if (event === changed) read++;
    })();
    for (let at = 0; at < 12_000; at++) {
      readers.tell(changed);
      if (at % 1_000 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await slow.next()).toEqual({ done: true, value: undefined });
    await expect.poll(() => read).toBe(12_000);
    readers.close();
    await reading;
  });

  it('is woken by its signal, and told nothing more', async () => {
    const readers = liveReaders();
    const stop = new AbortController();
    const reader = readers.open([], stop.signal);
    await reader.next();
    const waiting = reader.next();
    stop.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it('hears every 20 s that the daemon is alive', async () => {
    vi.useFakeTimers();
    try {
      const reader = liveReaders().open([], never);
      await reader.next();
      const waiting = reader.next();
      await vi.advanceTimersByTimeAsync(20_000);
      expect((await waiting).value).toEqual(alive);
      await reader.return();
    } finally {
      vi.useRealTimers();
    }
  });
});
