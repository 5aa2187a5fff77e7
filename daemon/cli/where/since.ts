import { dateInWords } from '../../../shared/condition/condition-in-words.ts';
import { isConditionDate } from '../../../shared/condition/time-span.ts';
import { UsageError } from '../usage-error.ts';

const unitMs: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** The date that `--since` means: so long ago (`15m`, `1h`, `7d`, `2w`), or a date as conditions have or say them. Throws UsageError. */
export function sinceDate(text: string, nowMs: number): string {
  const [, count, unit] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  const ago = Number(count) * (unitMs[unit ?? ''] ?? Number.NaN);
  if (ago <= nowMs) return new Date(nowMs - ago).toISOString();
  const date = dateInWords(text) ?? text;
  if (isConditionDate(date)) return date;
  throw new UsageError(
    '--since: is a time such as 15m, 1h, 7d or 2w, a day such as 2026-01-31, or words such as today or "last hour".',
  );
}
