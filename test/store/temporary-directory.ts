import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A data directory (0700) for one test. */
export function temporaryDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), 'mailprobe-data-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
