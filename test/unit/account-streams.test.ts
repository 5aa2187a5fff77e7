import { expect, test } from 'vitest';
import { accountStreams } from '../../daemon/service/letters/account-streams.ts';

const id = '150000000000000001';

/** Gives a line, and goes on until it is ended. */
async function endless(give: (line: { type: 'begun' }) => Promise<void>, signal: AbortSignal): Promise<void> {
  await give({ type: 'begun' });
  await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('Ended.'))));
}

function begun() {
  const streams = accountStreams();
  const reader = new AbortController();
  let cancelled = 0;
  const lines = streams.lines<{ type: 'begun' }>({
    accountIds: [id],
    language: 'ru',
    signal: reader.signal,
    run: endless,
    cancelled: async () => void (cancelled += 1),
  });
  return { streams, reader, lines, cancelled: () => cancelled };
}

test('what ends with its account says so to whoever reads it', async () => {
  const { streams, lines, cancelled } = begun();
  expect(await lines.next()).toEqual({ done: false, value: { type: 'begun' } });
  const last = lines.next();
  await streams.cancel([id]);
  expect((await last).value).toMatchObject({
    type: 'refused',
    refusal: { kind: 'conflict', message: expect.stringContaining('изменилась') as string },
  });
  expect(await lines.next()).toEqual({ done: true, value: undefined });
  expect(cancelled()).toBe(1);
});

test('other accounts end nothing, and a daemon that stops says nothing', async () => {
  const { streams, lines, cancelled } = begun();
  await lines.next();
  await streams.cancel(['150000000000000002']);
  expect(cancelled()).toBe(0);
  const last = lines.next();
  await streams.cancel();
  expect(await last).toEqual({ done: true, value: undefined });
});

test('nobody is told who has gone', async () => {
  const { reader, lines, cancelled } = begun();
  await lines.next();
  const last = lines.next();
  reader.abort();
  expect(await last).toEqual({ done: true, value: undefined });
  expect(cancelled()).toBe(1);
});
