import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';

/** `nobody` everywhere that we know of. Root passes every mode, so what is about modes runs as this user. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const root = fileURLToPath(new URL('../..', import.meta.url));
const needed = [
  'package.json',
  'daemon/store',
  'daemon/sentence.ts',
  'shared',
  'test/store',
  'node_modules/zod',
  'node_modules/env-paths',
  'node_modules/is-safe-filename',
];

export interface Outcome {
  lines: string[];
  code: number | null;
  signal: NodeJS.Signals | null;
  stderr: string;
}

export interface Program {
  child: ChildProcess;
  /** The first line of its output; undefined when it ends without one. */
  first: Promise<string | undefined>;
  outcome: Promise<Outcome>;
}

/**
 * For the tests of one file: programs of `test/store/programs/` as an ordinary user, and directories that are theirs.
 * `more` is what the programs need beside the store, as paths of the clone.
 */
export function unprivileged(more: readonly string[] = []) {
  let base = '';
  let made = 0;
  const started: Program[] = [];

  beforeAll(() => {
    base = mkdtempSync(join(tmpdir(), 'mailprobe-store-'));
    chmodSync(base, 0o755);
    if (isRoot) copySources(base, [...needed, ...more]);
  });
  afterAll(async () => {
    // After a test that failed some still run, and write.
    for (const { child } of started) child.kill('SIGKILL');
    await Promise.allSettled(started.map(({ outcome }) => outcome));
    rmSync(base, { recursive: true, force: true });
  });

  return {
    isRoot,

    /** A new, empty directory of that user; the data directory is to be made in it. */
    home(): string {
      const home = join(base, `home-${++made}`);
      mkdirSync(home);
      if (isRoot) chownSync(home, nobody, nobody);
      return home;
    },

    start(program: string, ...args: string[]): Program {
      const directory = isRoot ? base : root;
      const node = isRoot ? join(base, 'node') : process.execPath;
      const child = spawn(node, [join(directory, 'test/store/programs', `${program}.ts`), ...args], {
        cwd: base,
        env: { PATH: process.env['PATH'] ?? '' },
        ...(isRoot ? { uid: nobody, gid: nobody } : {}),
      });
      const listened = listenedTo(child);
      started.push(listened);
      return listened;
    },
  };
}

/** The clone, and Node itself, may lie where another user cannot read. */
function copySources(base: string, paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    cpSync(join(root, path), join(base, path), { recursive: true });
  }
  try {
    linkSync(process.execPath, join(base, 'node'));
  } catch {
    copyFileSync(process.execPath, join(base, 'node'));
  }
}

function listenedTo(child: ChildProcess): Program {
  const first = Promise.withResolvers<string | undefined>();
  const outcome = Promise.withResolvers<Outcome>();
  let text = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    const end = text.indexOf('\n');
    if (end !== -1) first.resolve(text.slice(0, end));
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  child.once('error', outcome.reject);
  child.once('close', (code, signal) => {
    first.resolve(undefined);
    // A line that was cut by the end was not said.
    outcome.resolve({ lines: text.split('\n').slice(0, -1), code, signal, stderr });
  });
  return { child, first: first.promise, outcome: outcome.promise };
}
