import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const bin = fileURLToPath(new URL('../../daemon/cli/mailprobe.mjs', import.meta.url));

interface RunOptions {
  /** What stands in the pipe; nothing when left out. */
  input?: string;
  env?: Record<string, string>;
  /** Options of Node itself. */
  node?: string[];
  bin?: string;
  /** Another program than the command line. */
  program?: string;
  /** A shell filter that reads the output. */
  through?: string;
  /** Called with all output so far. */
  onOutput?: (text: string, child: ChildProcess) => void;
}

/** Runs the real bin as a process of its own, without a terminal. */
export async function run(args: readonly string[], options: RunOptions = {}) {
  const { input = '', env = {}, node = [], program, through, onOutput } = options;
  const words = program ? [program, ...args] : [process.execPath, ...node, options.bin ?? bin, ...args];
  const [command = '', ...rest] = through ? ['sh', '-c', `"$@" | ${through}`, 'sh', ...words] : words;
  const child = spawn(command, rest, { cwd: root, env: { ...plainEnvironment(), ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    onOutput?.(stdout, child);
  });
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  // A command that reads no input may be gone before it is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

/** The environment without what the test runner, or a CI, says about colours. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const {
    FORCE_COLOR: _force,
    NO_COLOR: _no,
    FORCE_TTY: _tty,
    NODE_OPTIONS: _options,
    CI: _ci,
    ...rest
  } = process.env;
  return { ...rest, TERM: 'xterm' };
}
