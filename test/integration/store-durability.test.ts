import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fileStore } from '../store/file-store.ts';
import type { Holdings, Told } from '../store/programs/write.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { unprivileged } from '../store/unprivileged.ts';

const person = unprivileged();
/** A hundred more, over the API and with passwords, are in `daemon-kill.test.ts`. */
const kills = 40;
const batchSize = 7;

test(
  `kill -9 during mixed writes, ${kills} times: no acknowledged record is lost`,
  { timeout: 600_000 },
  async () => {
    const directory = join(person.home(), 'data');
    const told = new Ledger();
    const starts: number[] = [];
    for (let round = 0; round <= kills; round++) {
      const begun = performance.now();
      // The last one reads everything from the beginning.
      const program = person.start(
        'write',
        directory,
        round === kills ? '100000000000000000' : told.newestLog,
      );
      const first = await program.first;
      if (round > 0) starts.push(performance.now() - begun);
      // Also before and right after the first write.
      await delay(Math.random() * 60);
      program.child.kill('SIGKILL');
      const { lines, signal, stderr } = await program.outcome;
      expect({ signal, first: first !== undefined }, stderr).toEqual({ signal: 'SIGKILL', first: true });
      for (const line of lines) told.hear(JSON.parse(line) as Told, round === kills);
    }
    const db = new DatabaseSync(join(directory, 'mailprobe.db'));
    expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    db.close();
    console.log(
      `${told.writes} acknowledged writes, ${told.log.size} records; start median ${median(starts)} ms, worst ${Math.round(Math.max(...starts))} ms`,
    );
    expect(told.writes).toBeGreaterThan(kills * 5);
    // What a busy machine adds is not ours.
    expect(Math.min(...starts)).toBeLessThan(2000);
  },
);

test('a commit waits for the disk', async () => {
  const { db } = await fileStore(temporaryDirectory());
  const setting = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  expect({
    journal: setting('journal_mode'),
    synchronous: setting('synchronous'),
    fullfsync: setting('fullfsync'),
    busy: setting('busy_timeout'),
    foreignKeys: setting('foreign_keys'),
    secureDelete: setting('secure_delete'),
    trustedSchema: setting('trusted_schema'),
    cellSizeCheck: setting('cell_size_check'),
    tempStore: setting('temp_store'),
  }).toEqual({
    journal: 'wal',
    // 2 is FULL.
    synchronous: 2,
    fullfsync: 1,
    busy: 5000,
    foreignKeys: 1,
    secureDelete: 1,
    trustedSchema: 0,
    cellSizeCheck: 1,
    tempStore: 2,
  });
  // Defensive: the schema cannot be edited as rows.
  db.exec('PRAGMA writable_schema = ON');
  expect(() => db.exec(`UPDATE sqlite_schema SET sql = ''`)).toThrow('may not be modified');
});

/** What was acknowledged so far; a start must show at least that. */
class Ledger {
  readonly log = new Set<string>();
  writes = 0;
  newestLog = '100000000000000000';
  #fresh = new Set<string>();
  #accounts = new Map<string, string>();
  #removed = new Set<string>();
  #days = 0;
  #clients = new Map<string, number>();

  hear(told: Told, fromTheBeginning: boolean): void {
    if ('open' in told) return this.#compare(told.open, fromTheBeginning);
    this.writes++;
    if ('log' in told) for (const id of told.log) this.#fresh.add(id);
    if ('account' in told) this.#accounts.set(told.account, told.name);
    if ('removed' in told) {
      this.#accounts.delete(told.removed);
      this.#removed.add(told.removed);
    }
    if ('days' in told) this.#days = told.days;
    if ('client' in told) this.#clients.set(told.client, told.lastUsedAt);
  }

  #compare(held: Holdings, fromTheBeginning: boolean): void {
    const log = new Set(held.log);
    const expected = fromTheBeginning ? this.log.union(this.#fresh) : this.#fresh;
    expect([...expected.difference(log)]).toEqual([]);
    // All of a batch, or nothing.
    expect(Object.values(held.batches).filter((count) => count !== batchSize)).toEqual([]);
    const names = ['first', 'second', 'third'];
    for (const [id, name] of this.#accounts) {
      // A later write may be there without having been acknowledged, and the last of all is the removal.
      const now = held.accounts[id];
      if (now === undefined) expect(name).toBe('third');
      else expect(names.indexOf(now)).toBeGreaterThanOrEqual(names.indexOf(name));
    }
    expect(Object.keys(held.accounts).filter((id) => this.#removed.has(id))).toEqual([]);
    expect(held.days).toBeGreaterThanOrEqual(this.#days);
    for (const [id, lastUsedAt] of this.#clients) expect(held.clients[id]).toBeGreaterThanOrEqual(lastUsedAt);
    this.#accounts = new Map(Object.entries(held.accounts));
    for (const id of this.#fresh) this.log.add(id);
    for (const id of held.log) this.log.add(id);
    this.#fresh = new Set();
    this.newestLog = held.log[0] ?? this.newestLog;
  }
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN);
}
