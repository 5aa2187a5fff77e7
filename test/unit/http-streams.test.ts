import { expect, test } from 'vitest';
import { readyTogether } from '../../daemon/http/ready-together.ts';
import { streamReply } from '../../daemon/http/stream-reply.ts';

test('what is ready at once goes out together', async () => {
  const batches = readyTogether(numbers(1000), new AbortController().signal);
  const sizes: number[] = [];
  for (let batch = await batches.next(); batch; batch = await batches.next()) sizes.push(batch.length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1000);
  expect(sizes.length).toBeLessThan(10);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(256);
});

test('a signal wakes who waits for a generator that sleeps', async () => {
  const leaving = new AbortController();
  const batches = readyTogether(sleeper(), leaving.signal);
  expect(await batches.next()).toEqual([1]);
  const waiting = batches.next();
  leaving.abort();
  expect(await waiting).toBeUndefined();
});

test('what comes before a failure is given before it', async () => {
  const batches = readyTogether(failing(), new AbortController().signal);
  expect(await batches.next()).toEqual([1]);
  await expect(batches.next()).rejects.toThrow('broken');
});

test('a stream that ends is ended, one that breaks only stops', async () => {
  const told: string[] = [];
  const parts = {
    writer: {
      write: async (lines: readonly string[]) => `${lines.join('+')}\n`,
      end: async () => 'END\n',
    },
    signal: new AbortController().signal,
    onBreak: () => told.push('break'),
    onCut: () => told.push('cut'),
    onEnd: () => told.push('end'),
  };
  expect(await new Response(streamReply({ ...parts, lines: words() })).text()).toBe('a+b\nEND\n');
  expect(await new Response(streamReply({ ...parts, lines: failing() })).text()).toBe('1\n');
  const left = streamReply({ ...parts, lines: words() });
  await left.cancel();
  expect(told).toEqual(['end', 'break', 'cut']);
});

test('a reader that leaves while lines are being proven is no fault of ours', async () => {
  const told: string[] = [];
  const proving = Promise.withResolvers<string>();
  const stream = streamReply({
    lines: words(),
    writer: { write: () => proving.promise, end: async () => 'END\n' },
    signal: new AbortController().signal,
    onBreak: () => told.push('break'),
    onCut: () => told.push('cut'),
    onEnd: () => told.push('end'),
  });
  const reader = stream.getReader();
  const read = reader.read();
  await new Promise((resolve) => setImmediate(resolve));
  await reader.cancel();
  proving.resolve('a+b\n');
  await read;
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual(['cut']);
});

async function* numbers(most: number): AsyncGenerator<number, void, undefined> {
  for (let number = 0; number < most; number++) yield number;
}

async function* sleeper(): AsyncGenerator<number, void, undefined> {
  yield 1;
  await new Promise(() => undefined);
}

async function* words(): AsyncGenerator<string, void, undefined> {
  yield 'a';
  yield 'b';
}

async function* failing(): AsyncGenerator<never, void, undefined> {
  yield 1 as never;
  throw new Error('broken');
}
