import type { Condition } from '../../shared/condition.ts';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import type { LogRecord } from '../../shared/log.ts';
import type { LogSort } from '../addresses/log-address.ts';
import { daemon } from '../link/daemon.ts';
import { ownZone } from '../own-zone.ts';

export type ExportFormat = 'csv' | 'jsonl';

/** What stands in a file: every field, by the names of the contract. */
const fields = [
  'id',
  'createdAt',
  'source',
  'level',
  'message',
  'username',
  'createdBy',
  'accountId',
  'testId',
] as const satisfies (keyof LogRecord)[];

/** Lines in one piece of the file: the pieces are the browser's to keep, not the page's. */
const pieceOf = 2_000;

/** The lines of these records; no cell of a CSV file is run by a spreadsheet. */
async function linesOf(format: ExportFormat): Promise<(records: readonly LogRecord[]) => string> {
  if (format === 'jsonl') return (records) => records.map((record) => `${JSON.stringify(record)}\n`).join('');
  const [{ csvText }, { shieldedText }] = await Promise.all([
    import('../../shared/transfer/csv-cells.ts'),
    import('../../shared/transfer/shield.ts'),
  ]);
  return (records) =>
    csvText(records.map((record) => fields.map((field) => shieldedText(record[field] ?? ''))));
}

/** What a file begins with: the names of the columns, and the mark by which spreadsheets know UTF-8. */
async function beginOf(format: ExportFormat): Promise<string> {
  if (format === 'jsonl') return '';
  const { csvText } = await import('../../shared/transfer/csv-cells.ts');
  return `\uFEFF${csvText([fields])}`;
}

interface Export {
  condition: Condition;
  sort: LogSort;
  format: ExportFormat;
  signal: AbortSignal;
  onCount: (count: number) => void;
}

/** Reads all records that meet the condition, as they come, into a file; throws what a call throws, and when it is cancelled. */
export async function exportLog({ condition, sort, format, signal, onCount }: Export): Promise<Blob> {
  const client = await daemon();
  if (!client) throw new ConnectionTrouble('not_paired');
  const toLines = await linesOf(format);
  const type = format === 'csv' ? 'text/csv' : 'application/x-ndjson';
  const pieces = [new Blob([await beginOf(format)])];
  let waiting: LogRecord[] = [];
  let count = 0;
  const write = () => {
    if (waiting.length > 0) pieces.push(new Blob([toLines(waiting)]));
    waiting = [];
    onCount(count);
  };
  for await (const record of client.stream('logExport', { condition, zone: ownZone, sort }, signal)) {
    waiting.push(record);
    count += 1;
    if (waiting.length === pieceOf) write();
  }
  signal.throwIfAborted();
  write();
  return new Blob(pieces, { type });
}
