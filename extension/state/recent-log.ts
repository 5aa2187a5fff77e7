import { type ReadonlySignal, signal } from '@preact/signals';
import type { LogRecord } from '../../shared/log.ts';

const most = 500;
const current = signal<readonly LogRecord[]>([]);

/** The newest records since the stream was opened, in the order they came; empty again when it is opened anew. */
export const recentLog: ReadonlySignal<readonly LogRecord[]> = current;

/** For the stream alone. */
export function tellLog(records: readonly LogRecord[]): void {
  if (records.length > 0) current.value = [...current.value, ...records].slice(-most);
}

/** For the stream alone: it begins. */
export function beginLog(): void {
  if (current.value.length > 0) current.value = [];
}
