import { expect, it } from 'vitest';
import { liveReaders } from '../../daemon/service/live-readers.ts';
import { logService } from '../../daemon/service/log-service.ts';
import { readTables } from '../../daemon/store/query/read-tables.ts';
import type { RemoteTables } from '../../daemon/store/store-port.ts';
import { recordSorts } from '../../shared/record-query.ts';
import { logEntry } from '../store/examples.ts';
import { memoryStore } from '../store/memory-store.ts';

it('an export leaves out damaged records, and notes how many', async () => {
  const { db, log } = memoryStore();
  log.append(Array.from({ length: 450 }, (_, at) => logEntry(`Line ${at}`)));
  // Two at the edges of what is read at once, and one in the midst.
  db.exec('UPDATE log SET account_id = 5 WHERE seq IN (200, 251, 300)');
  db.exec('UPDATE log SET created_at = 9000000000000000 WHERE seq = 17');
  const noted: object[] = [];
  const note = (fields: object) => noted.push(fields);
  const service = logService({
    store: { log: {} } as RemoteTables,
    reader: readTables(db).log,
    readers: liveReaders(),
    failed: { warn: note, error: note },
  });
  const asked = { condition: { combinator: 'and' as const, rules: [] }, zone: 'UTC' };
  for (const sort of recordSorts) {
    const found = await Array.fromAsync(service.export({ ...asked, sort }, new AbortController().signal));
    expect(new Set(found.map(({ message }) => message)).size, sort).toBe(446);
    expect(found).toHaveLength(446);
  }
  expect(noted).toEqual(recordSorts.map(() => ({ unread: 4 })));
});
