import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Needles } from './needles.ts';

/** Something that was left behind, under a name for the report. */
export type Left = readonly [place: string, bytes: Uint8Array | string];

/** `place: form` of every secret that stands in what was left behind. */
export function findLeaks(left: Iterable<Left>, needles: Needles): string[] {
  const leaks = new Set<string>();
  for (const [place, content] of left) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
    const text = bytes.toString('latin1').toLowerCase();
    for (const [needle, form] of needles) if (text.includes(needle)) leaks.add(`${place}: ${form}`);
  }
  return [...leaks];
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
