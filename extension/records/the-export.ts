import { type ReadonlySignal, signal } from '@preact/signals';
import type { Condition } from '../../shared/condition.ts';
import type { RecordSort } from '../../shared/record-query.ts';
import { sentenceOf } from '../state/sentence-of.ts';
import { saveFile } from '../transfer/save-file.ts';
import { counted, inDigits, t } from '../words.ts';
import { type ExportFormat, exportRecords } from './export-records.ts';
import type { RecordKind } from './record-kind.ts';

/** What the export says of itself. */
export interface ExportState {
  readonly words: string;
  /** The name of the list that is exported. */
  readonly of: string;
  /** While it runs. */
  readonly cancel?: () => void;
}

const current = signal<ExportState | undefined>(undefined);

/** The one export of this page: it goes on while a record or another room is shown, and its last word stays until its room is left. */
export const theExport: ReadonlySignal<ExportState | undefined> = current;

/** Begins one, unless there is one already; its last word says how many records are in the file, and its name. */
export async function beginExport(
  kind: RecordKind,
  condition: Condition,
  sort: RecordSort,
  format: ExportFormat,
): Promise<void> {
  if (current.peek()?.cancel) return;
  const controller = new AbortController();
  const { signal } = controller;
  const name = `mailprobe-${kind.name}-${new Date().toISOString().slice(0, 10)}.${format}`;
  let done = 0;
  const onCount = (count: number) => {
    done = count;
    const words = t(`${kind.words}.exporting`, { count: inDigits(count) });
    if (!signal.aborted) current.value = { words, of: kind.name, cancel: () => controller.abort() };
  };
  onCount(0);
  try {
    saveFile(await exportRecords({ kind, condition, sort, format, signal, onCount }), name);
    current.value = { words: `${counted(`${kind.words}.exported`, done)} ${name}`, of: kind.name };
  } catch (error) {
    const failed = () => `${t('records.export.failed')} ${sentenceOf(error)}`;
    current.value = { words: signal.aborted ? t('records.export.cancelled') : failed(), of: kind.name };
  }
}

/** Its last word was read; one that is under way goes on. */
export function forgetExport(): void {
  if (!current.peek()?.cancel) current.value = undefined;
}
