import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Needles } from './needles.ts';

/** Something that was left behind, under a name for the report. */
export type Left = readonly [place: string, bytes: Uint8Array | string];

/** `place: form` of every secret that stands in what was left behind. */
export function findLeaks(left: Iterable<Left>, needles: Needles): string[] {
  const search = searchFor([...needles.keys()]);
  const leaks = new Set<string>();
  for (const [place, content] of left) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
    for (const needle of search(lowerCase(bytes.toString('latin1'))))
      leaks.add(`${place}: ${needles.get(needle)}`);
  }
  return [...leaks];
}

/** One pass for hundreds of needles of four bytes and more: a profile has a hundred megabytes. */
function searchFor(needles: readonly string[]): (bytes: Buffer) => Set<string> {
  const byStart = Map.groupBy(needles, (needle) => startAt(lowerCase(needle), 0));
  const mayBegin = new Uint8Array(1 << 16);
  for (const start of byStart.keys()) mayBegin[slotOf(start)] = 1;
  return (bytes) => {
    const found = new Set<string>();
    for (let at = 0; at + 4 <= bytes.length; at++) {
      const start = startAt(bytes, at);
      if (mayBegin[slotOf(start)] === 0) continue;
      for (const needle of byStart.get(start) ?? [])
        if (bytes.toString('latin1', at, at + needle.length) === needle) found.add(needle);
    }
    return found;
  };
}

function startAt(bytes: Buffer, at: number): number {
  return (
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)
  );
}

function slotOf(start: number): number {
  return Math.imul(start, 0x9e3779b1) >>> 16;
}

function lowerCase(text: string): Buffer {
  return Buffer.from(text.toLowerCase(), 'latin1');
}

/** Every file below a folder; what goes away meanwhile, and what is no file, is left out. */
export function* filesIn(folder: string, below = folder): Generator<Left> {
  for (const name of readdirSync(below)) {
    const path = join(below, name);
    try {
      const stat = lstatSync(path);
      if (stat.isDirectory()) yield* filesIn(folder, path);
      else if (stat.isFile()) yield [relative(folder, path), readFileSync(path)];
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}
