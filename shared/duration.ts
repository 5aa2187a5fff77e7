/** Whole milliseconds; what took less than one still took time. */
export function duration(ms: number): string {
  return ms > 0 && ms < 1 ? '<1 ms' : `${Math.round(ms)} ms`;
}
