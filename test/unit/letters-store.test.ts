import { describe, expect, test } from 'vitest';
import { trimLetters } from '../../daemon/store/letter-retention.ts';
import { transactions } from '../../daemon/store/transactions.ts';
import { letterLimits } from '../../shared/letter.ts';
import { outgoingLetter } from '../letters/examples.ts';
import { memoryStore } from '../store/memory-store.ts';

const nowMs = Date.parse('2026-11-23T03:00:00.000Z');
const begun = { sender: 'ada@acme.example', octets: 700, deliveries: [] };
const accepted = { address: 'bob@acme.example', outcome: 'accepted' as const, reply: '250 2.1.5 Ok' };

describe('letters', () => {
  test('come back as they were written, and none is found under another id', () => {
    const { letters } = memoryStore();
    const fields = outgoingLetter({
      cc: 'Zoë <zoe@acme.example>',
      bcc: 'eve@acme.example',
      text: 'Grüße\n.\n',
    });
    const { id } = letters.add(fields);
    expect(letters.get(id)).toEqual({ ...fields, id });
    expect(letters.get('157425284611357796')).toBeUndefined();
  });

  test('have rising ids beside those of accounts and log, also after a start', () => {
    const { letters, log, accounts } = memoryStore();
    const ids = [letters.add(outgoingLetter()).id, accounts.newId(), letters.add(outgoingLetter()).id];
    expect(ids).toEqual(ids.toSorted());
    expect(log.count()).toBe(0);
  });

  test('that are longer than what is kept are refused', () => {
    const { letters } = memoryStore();
    const subject = 'x'.repeat(letterLimits.subject + 1);
    expect(() => letters.add(outgoingLetter({ subject }))).toThrow(
      expect.objectContaining({ kind: 'value_refused' }),
    );
  });

  test('a row that something else changed is told, not used', () => {
    const { letters, db } = memoryStore();
    const { id } = letters.add(outgoingLetter());
    db.exec(`UPDATE letters SET status = 'Lost'`);
    expect(() => letters.get(id)).toThrow(expect.objectContaining({ kind: 'database_damaged' }));
  });
});

describe('sending', () => {
  test('of each account the oldest letter whose time has come is due', () => {
    const { letters } = memoryStore();
    const at = (accountId: string, ms: number) =>
      letters.add(outgoingLetter({ accountId, nextAttemptAt: new Date(nowMs + ms).toISOString() })).id;
    const [one, other] = ['157425284611357796', '157425284611357797'];
    const first = at(one, -1000);
    at(one, -2000);
    const second = at(other, 0);
    at(other, 60_000);
    expect(letters.due(nowMs)).toEqual([
      { id: first, accountId: one },
      { id: second, accountId: other },
    ]);
    expect(letters.nextDueAt(nowMs)).toBe(nowMs + 60_000);
    expect(letters.nextDueAt(nowMs + 60_000)).toBeUndefined();
  });

  test('goes through its statuses, each once', () => {
    const { letters } = memoryStore();
    const { id } = letters.add(outgoingLetter());
    expect(letters.handOver(id, nowMs, [])).toBe(false);
    expect(letters.begin(id, { ...begun, redirectedTo: 'test@acme.example' })).toBe(true);
    expect(letters.begin(id, begun)).toBe(false);
    expect(letters.giveUp(id)).toBe(false);
    expect(letters.again(id, nowMs)).toBe(false);
    expect(letters.handOver(id, nowMs, [accepted])).toBe(true);
    const ended = {
      status: 'Processed',
      deliveries: [accepted],
      reply: '250 queued as 4Z',
      queueId: '4Z',
    } as const;
    expect(letters.end(id, ended)).toBe(true);
    expect(letters.end(id, ended)).toBe(false);
    expect(letters.again(id, nowMs)).toBe(false);
    expect(letters.get(id)).toMatchObject({
      ...ended,
      attempts: 1,
      octets: 700,
      redirectedTo: 'test@acme.example',
    });
    expect(letters.get(id)).not.toHaveProperty('nextAttemptAt');
  });

  test('a long reply of a server is cut, and half characters in it do no harm', () => {
    const { letters } = memoryStore();
    const { id } = letters.add(outgoingLetter());
    letters.begin(id, begun);
    letters.end(id, { status: 'Failed', deliveries: [], reply: `550 ${'\uD83D'.repeat(9_000)}` });
    expect(letters.get(id)?.reply).toBe(`550 ${'\uFFFD'.repeat(letterLimits.reply - 4)}`);
  });

  test('one that failed is tried anew when asked, one that waits can be given up', () => {
    const { letters } = memoryStore();
    const { id } = letters.add(outgoingLetter());
    letters.begin(id, begun);
    letters.end(id, { status: 'Failed', deliveries: [], reply: '550 no', failureKind: 'relay_denied' });
    expect(letters.giveUp(id)).toBe(false);
    expect(letters.again(id, nowMs)).toBe(true);
    expect(letters.get(id)).toMatchObject({ status: 'Ready', attempts: 0, reply: '550 no' });
    expect(letters.get(id)).not.toHaveProperty('failureKind');
    expect(letters.giveUp(id)).toBe(true);
    expect(letters.get(id)).toMatchObject({ status: 'Failed' });
    expect(letters.due(nowMs)).toEqual([]);
  });

  test('one that is given up when some have got it is Processed, and can be sent to the others', () => {
    const { letters } = memoryStore();
    const { id } = letters.add(outgoingLetter());
    letters.begin(id, begun);
    const waiting = { address: 'eve@acme.example', outcome: 'waiting', reply: '450 later' } as const;
    letters.end(id, { status: 'Ready', deliveries: [accepted, waiting], nextAttemptMs: nowMs + 60_000 });
    expect(letters.giveUp(id)).toBe(true);
    const deliveries = [accepted, { ...waiting, outcome: 'refused' }];
    expect(letters.get(id)).toMatchObject({ status: 'Processed', deliveries });
    expect(letters.again(id, nowMs)).toBe(true);
  });

  test('one whose account is gone is Unknown only while an answer is waited for', () => {
    const { letters } = memoryStore();
    const [under, answered] = [letters.add(outgoingLetter()).id, letters.add(outgoingLetter()).id];
    for (const id of [under, answered]) {
      letters.begin(id, begun);
      letters.handOver(id, nowMs, []);
    }
    letters.end(answered, {
      status: 'Ready',
      deliveries: [],
      nextAttemptMs: nowMs + 60_000,
      reply: '451 later',
    });
    expect([under, answered].map((id) => letters.giveUpFor(id, 'account_deleted'))).toEqual([true, true]);
    expect([under, answered].map((id) => letters.get(id)?.status)).toEqual(['Unknown', 'Failed']);
    expect(letters.get(answered)).toMatchObject({ reply: '451 later', reason: 'account_deleted' });
  });

  test('one that some have got is Processed when nothing can be done for the others', () => {
    const { letters } = memoryStore();
    const { id } = letters.add(outgoingLetter());
    letters.begin(id, begun);
    const waiting = { address: 'eve@acme.example', outcome: 'waiting' } as const;
    letters.end(id, { status: 'Ready', deliveries: [accepted, waiting], nextAttemptMs: nowMs + 60_000 });
    expect(letters.giveUpFor(id, 'account_deleted')).toBe(true);
    const deliveries = [accepted, { ...waiting, outcome: 'refused' }];
    expect(letters.get(id)).toMatchObject({
      status: 'Processed',
      reason: 'account_deleted',
      refused: 1,
      deliveries,
    });
  });

  test('one that an earlier try may have brought is Unknown, whoever gives it up', () => {
    const { letters } = memoryStore();
    const unknown = { address: 'eve@acme.example', outcome: 'unknown' } as const;
    for (const giveUp of [letters.giveUp, (id: string) => letters.giveUpFor(id, 'account_deleted')]) {
      const { id } = letters.add(outgoingLetter());
      letters.begin(id, begun);
      letters.end(id, { status: 'Ready', deliveries: [accepted, unknown], nextAttemptMs: nowMs + 60_000 });
      expect(giveUp(id)).toBe(true);
      expect(letters.get(id)).toMatchObject({ status: 'Unknown', deliveries: [accepted, unknown] });
    }
  });

  test.each(['["waiting"]', '[["waiting"], {"outcome":"waiting"}]', '[', 'null'])(
    'one whose deliveries are %s has failed when it is given up, and holds up nobody',
    (deliveries) => {
      const { db, letters } = memoryStore();
      const { id } = letters.add(outgoingLetter());
      db.prepare('UPDATE letter_texts SET deliveries = ?').run(deliveries);
      expect(letters.giveUpFor(id, 'record_damaged')).toBe(true);
      expect(db.prepare('SELECT status FROM letters').get()).toEqual({ status: 'Failed' });
      expect(letters.again(id, nowMs)).toBe(true);
    },
  );

  test('one that not all have got is sent to the others when asked', () => {
    const { letters } = memoryStore();
    const { id } = letters.add(outgoingLetter());
    letters.begin(id, begun);
    const refused = { address: 'eve@acme.example', outcome: 'refused' } as const;
    letters.end(id, { status: 'Processed', deliveries: [accepted, refused] });
    expect(letters.again(id, nowMs)).toBe(true);
    expect(letters.get(id)).toMatchObject({ status: 'Ready', deliveries: [accepted, refused] });
  });

  test('a start finds what was under way: handed over is Unknown, the rest Ready', () => {
    const { letters } = memoryStore();
    const [early, late, waiting, done] = Array.from({ length: 4 }, () => letters.add(outgoingLetter()).id);
    for (const id of [early, late, done]) letters.begin(String(id), begun);
    const eve = { address: 'eve@acme.example', outcome: 'waiting' as const, reply: '450 later' };
    letters.handOver(String(late), nowMs, [{ ...accepted, outcome: 'unknown' }, eve]);
    letters.handOver(String(done), nowMs, [accepted]);
    letters.end(String(done), { status: 'Processed', deliveries: [accepted] });
    const left = (change: object) => ({ ready: [], unknown: [], failed: [], ...change });
    const of = (id: string | undefined) => [{ id, accountId: outgoingLetter().accountId }];
    expect(letters.recover(nowMs)).toEqual(left({ ready: of(early), unknown: of(late) }));
    expect(letters.recover(nowMs)).toEqual(left({}));
    const statuses = [early, late, waiting, done].map((id) => letters.get(String(id))?.status);
    expect(statuses).toEqual(['Ready', 'Unknown', 'Ready', 'Processed']);
    const told = [
      { ...accepted, outcome: 'unknown' },
      { ...eve, outcome: 'refused' },
    ];
    expect(letters.get(String(late))?.deliveries).toEqual(told);
    const { id: once } = letters.addUnqueued(outgoingLetter({ status: 'In Process' }));
    expect(letters.recover(nowMs)).toEqual(left({ failed: of(once) }));
    expect(letters.get(once)).toMatchObject({ status: 'Failed', reason: 'daemon_ended' });
    // A round trip that ended behind its last line.
    const { id: tripped } = letters.addUnqueued(outgoingLetter({ status: 'In Process' }));
    letters.handOver(tripped, nowMs, []);
    expect(letters.recover(nowMs)).toEqual(left({ unknown: of(tripped) }));
    expect(letters.get(tripped)).toMatchObject({ status: 'Unknown' });
  });
});

test('retention takes the oldest letters, and none that is still to be sent', async () => {
  const { db, letters } = memoryStore();
  const old = { createdAt: '2026-01-01T00:00:00.000Z' };
  const kept = letters.add(outgoingLetter(old)).id;
  for (let n = 0; n < 250; n++) letters.add(outgoingLetter({ ...old, status: 'Processed' }));
  const young = outgoingLetter({ status: 'Failed', createdAt: '2026-11-20T02:00:00.000Z' });
  const newest = Array.from({ length: 3 }, () => letters.add(young).id);
  const parts = { db, transactions: transactions(db) };
  expect(await trimLetters(parts, { days: 30, records: 1000 }, nowMs)).toBe(250);
  expect(await trimLetters(parts, { days: 30, records: 2 }, nowMs)).toBe(1);
  expect([kept, ...newest].map((id) => letters.get(id) !== undefined)).toEqual([true, false, true, true]);
  expect(db.prepare('SELECT count(*) AS n FROM letter_texts').get()).toEqual({ n: 3 });
});
