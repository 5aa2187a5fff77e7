import { describe, expect, it } from 'vitest';
import { mainLog } from '../../daemon/service/main-log.ts';
import type { LogEntry } from '../../daemon/store/log-batch.ts';
import type { RemoteTables } from '../../daemon/store/store-port.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import { Refused } from '../../shared/refusal.ts';
import { memoryStore } from '../store/memory-store.ts';

const words = { source: 'System', level: 'Info', message: 'Something was done.' } as const;
const person = { id: '157425284611357796', username: 'ada' };

function logOn(append: (entries: readonly LogEntry[]) => Promise<unknown>) {
  const told: LiveEvent[] = [];
  const log = { append } as unknown as RemoteTables['log'];
  return { told, log: mainLog({ log, person, tell: (event) => told.push(event) }) };
}

describe('the Main Log', () => {
  it('writes many records in few transactions, in order, each told after it is written', async () => {
    const { log: table } = memoryStore();
    let transactions = 0;
    const { log, told } = logOn(async (entries) => {
      transactions++;
      return table.append(entries);
    });
    for (let at = 0; at < 1_000; at++) void log.add([{ ...words, message: `Number ${at}.` }]);
    await log.flush();
    expect(transactions).toBeLessThan(5);
    const records = told.flatMap((event) => (event.type === 'log' ? event.records : []));
    expect(records.map(({ message }) => message)).toEqual(
      Array.from({ length: 1_000 }, (_, at) => `Number ${at}.`),
    );
    expect(records[0]).toMatchObject({ username: 'ada', createdBy: person.id });
  });

  it('tells long records in lines that a client reads', async () => {
    const { log: table } = memoryStore();
    const { log, told } = logOn(async (entries) => table.append(entries));
    await log.add(Array.from({ length: 50 }, () => ({ ...words, message: 'm'.repeat(8_000) })));
    await log.flush();
    expect(Math.max(...told.map((event) => JSON.stringify(event).length))).toBeLessThan(64 * 1024);
  });

  it('goes on in silence when the disk is full', async () => {
    const { log, told } = logOn(async () => {
      throw new Refused({ kind: 'disk_full', message: 'The disk is full.' });
    });
    await log.system('Something was done.');
    expect(told).toEqual([]);
  });
});
