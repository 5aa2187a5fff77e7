import type { Condition } from '../../shared/condition.ts';
import type { RecordSort } from '../../shared/record-query.ts';
import { ownZone } from '../own-zone.ts';
import type { ListedRecord } from './listed-record.ts';
import type { RecordKind } from './record-kind.ts';

export type ExportFormat = 'csv' | 'jsonl';

/** Lines in one piece of the file: the pieces are the browser's to keep, not the page's. */
const pieceOf = 2_000;

interface Lines {
  /** What the file begins with. */
  begin: string;
  of: (records: readonly ListedRecord[]) => string;
}

async function linesOf(format: ExportFormat, fields: readonly string[]): Promise<Lines> {
  if (format === 'jsonl')
    return {
      begin: '',
      of: (records) => records.map((record) => `${JSON.stringify(record)}\n`).join(''),
    };
  const { csvBegin, csvOfRecords } = await import('../../shared/transfer/records-csv.ts');
  return { begin: csvBegin(fields), of: (records) => csvOfRecords(records, fields) };
}

interface Export {
  kind: RecordKind;
  condition: Condition;
  sort: RecordSort;
  format: ExportFormat;
  signal: AbortSignal;
  onCount: (count: number) => void;
}

/** Reads all records that meet the condition, as they come, into a file; throws what a call throws, and when it is cancelled. */
export async function exportRecords({
  kind,
  condition,
  sort,
  format,
  signal,
  onCount,
}: Export): Promise<Blob> {
  const lines = await linesOf(format, kind.fields);
  const type = format === 'csv' ? 'text/csv' : 'application/x-ndjson';
  const pieces = [new Blob([lines.begin])];
  let waiting: ListedRecord[] = [];
  let count = 0;
  const write = () => {
    if (waiting.length > 0) pieces.push(new Blob([lines.of(waiting)]));
    waiting = [];
    onCount(count);
  };
  for await (const record of await kind.export({ condition, zone: ownZone, sort }, signal)) {
    waiting.push(record);
    count += 1;
    if (waiting.length === pieceOf) write();
  }
  signal.throwIfAborted();
  write();
  return new Blob(pieces, { type });
}
