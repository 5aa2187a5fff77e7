import { afterEach, expect, it, vi } from 'vitest';
import { liveReaders } from '../../daemon/service/live-readers.ts';
import { logService } from '../../daemon/service/log-service.ts';
import type { Questions } from '../../daemon/store/query/questions.ts';
import type { LogRecord } from '../../shared/log.ts';
import { LogCondition } from '../../shared/condition.ts';
import { memoryStore } from '../store/memory-store.ts';
import { logEntry } from '../store/examples.ts';
import type { RemoteTables } from '../../daemon/store/store-port.ts';

afterEach(() => vi.useRealTimers());

function following(rules: unknown[]) {
  const readers = liveReaders();
  const parts = { store: {} as RemoteTables, reader: {} as Questions<LogRecord>, readers, failed: undefined };
  const leaving = new AbortController();
  const asked = { condition: LogCondition.parse({ combinator: 'or', rules }), zone: 'UTC' };
  return { lines: logService(parts).follow(asked, leaving.signal), readers, leaving };
}

function recordOf(message: string, createdAt?: string) {
  const entry = { ...logEntry(message), ...(createdAt === undefined ? {} : { createdAt }) };
  const [record] = memoryStore().log.append([entry]);
  if (!record) throw new TypeError('Nothing was written.');
  return record;
}

it('many long records and many rules leave the event loop its turns', async () => {
  const rules = Array.from({ length: 50 }, (_, at) => ({
    field: 'message',
    operator: 'contains',
    value: `zzq${at}`,
  }));
  const { lines, readers, leaving } = following(rules);
  await lines.next();
  const long = recordOf('aB3 é'.repeat(1_600));
  let over = false;
  const last = lines.next().finally(() => (over = true));
  const asked = vi.spyOn(String.prototype, 'toUpperCase');
  for (let at = 0; at < 1_000; at++) readers.tell({ type: 'log', records: [long, long, long] });
  readers.tell({ type: 'log', records: [recordOf('There is zzq49.')] });
  let turns = 0;
  while (!over) {
    await new Promise((resolve) => setImmediate(resolve));
    turns++;
  }
  const foldings = asked.mock.calls.length;
  asked.mockRestore();
  expect((await last).value).toMatchObject({ records: [{ message: 'There is zzq49.' }] });
  expect(turns).toBeGreaterThan(5);
  // Once for each record, and once for each rule: it is read once.
  expect(foldings).toBeLessThan(3_200);
  leaving.abort();
});

it('"last 15 minutes" goes on with the clock', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-01T23:58:10.000Z') });
  const { lines, readers, leaving } = following([
    { field: 'createdAt', operator: 'on', value: 'last15Minutes' },
  ]);
  await lines.next();
  const times = ['2026-03-01T23:58:20.000Z', '2026-03-01T23:58:59.999Z', '2026-03-02T00:30:00.000Z'];
  for (const at of times) {
    vi.setSystemTime(Date.parse(at));
    const next = lines.next();
    readers.tell({ type: 'log', records: [recordOf('Now', at)] });
    expect((await next).value).toMatchObject({ records: [{ createdAt: at }] });
  }
  leaving.abort();
});
