import { inDigits, t } from '../words.ts';

/** How long something took, with its unit: milliseconds below a second, else seconds; what took less than one still took time. */
export function duration(ms: number): string {
  if (ms > 0 && ms < 1) return `<${t('status.ms', { ms: inDigits(1) })}`;
  // What would be rounded to 1,000 ms is a second.
  if (ms < 999.5) return t('status.ms', { ms: inDigits(Math.round(ms)) });
  return t('status.seconds', { seconds: inDigits(Math.round(ms / 100) / 10) });
}
