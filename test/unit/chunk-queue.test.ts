import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ChunkQueue } from '../../daemon/probe/wire/chunk-queue.ts';

const record = 16 * 1024;
const chunk = (at: number) => Buffer.alloc(record, at % 256);

function queued({ isList }: { isList: boolean }) {
  const taken: number[] = [];
  const queue = new ChunkQueue(
    (one) => taken.push(one[0] ?? -1),
    () => isList,
  );
  return { queue, taken };
}

/** How many chunks each turn of the event loop hands on, the one that brings them all first. */
async function handedOn(taken: readonly number[], all: number): Promise<number[]> {
  const turns = [taken.length];
  while (taken.length < all) {
    const before = taken.length;
    await nextTurn();
    if (taken.length > before) turns.push(taken.length - before);
  }
  return turns;
}

describe('a list that comes in one turn of the event loop', () => {
  it('is handed on in its order, 32 KiB a turn', async () => {
    const { queue, taken } = queued({ isList: true });
    for (let at = 0; at < 20; at += 1) queue.add(chunk(at));
    const turns = await handedOn(taken, 20);
    expect(turns.length).toBeGreaterThanOrEqual(10);
    expect(Math.max(...turns)).toBe(2);
    expect(taken).toEqual(Array.from({ length: 20 }, (_, at) => at));
  });

  it('is over before the end of the connection is told', async () => {
    const { queue, taken } = queued({ isList: true });
    for (let at = 0; at < 10; at += 1) queue.add(chunk(at));
    const { promise, resolve } = Promise.withResolvers<number>();
    queue.whenEmpty(() => resolve(taken.length));
    expect(taken.length).toBe(2);
    expect(await promise).toBe(10);
  });

  it('tells what ended it in its order: an error before the close that follows it', async () => {
    const { queue, taken } = queued({ isList: true });
    const told: string[] = [];
    for (let at = 0; at < 3; at += 1) queue.add(chunk(at));
    queue.whenEmpty(() => told.push('error'));
    while (taken.length < 3) await nextTurn();
    queue.whenEmpty(() => told.push('close'));
    while (told.length < 2) await nextTurn();
    expect(told).toEqual(['error', 'close']);
  });

  it('does not pile up: beyond 4 MiB it is handed on at once', () => {
    const { queue, taken } = queued({ isList: true });
    for (let at = 0; at < 1_024; at += 1) queue.add(chunk(at));
    expect(taken.length).toBeGreaterThanOrEqual(1_024 - 256);
  });
});

describe('everything else', () => {
  it('is handed on as it comes, and its end at once', () => {
    const { queue, taken } = queued({ isList: false });
    for (let at = 0; at < 20; at += 1) queue.add(chunk(at));
    let ended = false;
    queue.whenEmpty(() => (ended = true));
    expect({ taken: taken.length, ended }).toEqual({ taken: 20, ended: true });
  });
});
