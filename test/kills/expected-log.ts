import type { DaemonClient } from '../../shared/daemon-client.ts';
import type { LogRecord } from '../../shared/log.ts';

/** What the Main Log must hold, by what the live stream and the replies have told. */
export interface ExpectedLog {
  /** Number of records and messages told so far. */
  readonly told: number;
  record(record: LogRecord): void;
  message(text: string): void;
  /** What is not there, a sentence each: of all that was told since the last look, or ever. */
  missing(client: DaemonClient, since: 'last' | 'ever'): Promise<string[]>;
}

export function expectedLog(): ExpectedLog {
  const records: LogRecord[] = [];
  const messages: string[] = [];
  const looked = { records: 0, messages: 0, newest: '0' };

  return {
    get told() {
      return records.length + messages.length;
    },
    record: (record) => void records.push(record),
    message: (text) => void messages.push(text),
    async missing(client, since) {
      const ever = since === 'ever';
      const found = await recordsAfter(client, ever ? '0' : looked.newest);
      const byId = new Map(found.map((record) => [record.id, JSON.stringify(record)]));
      const texts = new Set(found.map(({ message }) => message));
      const lost = [
        ...records
          .slice(ever ? 0 : looked.records)
          .filter((record) => byId.get(record.id) !== JSON.stringify(record))
          .map(({ message }) => `Record: ${message}`),
        ...messages.slice(ever ? 0 : looked.messages).filter((text) => !texts.has(text)),
      ];
      Object.assign(looked, { records: records.length, messages: messages.length });
      looked.newest = found[0]?.id ?? looked.newest;
      return lost;
    },
  };
}

/** Newest first. */
async function recordsAfter(client: DaemonClient, newest: string): Promise<LogRecord[]> {
  const found: LogRecord[] = [];
  for (;;) {
    const before = found.at(-1)?.id;
    const { records } = await client.call('logPage', { limit: 500, ...(before ? { before } : {}) });
    const fresh = records.filter(({ id }) => BigInt(id) > BigInt(newest));
    found.push(...fresh);
    if (fresh.length < 500) return found;
  }
}
