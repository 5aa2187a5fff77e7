import { visibleJson } from '../../../shared/visible-text.ts';
import type { Output } from '../terminal.ts';

/** Writes an answer for programs: one JSON value on one line. */
export function jsonLine(value: unknown, out: Output): void {
  out.write(`${visibleJson(value)}\n`);
}
