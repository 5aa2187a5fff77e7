import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { promisify } from 'node:util';

const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];

/** Runs a program as root. Throws, with its words, when it does not end with 0. */
export async function asRoot(...command: string[]): Promise<void> {
  const [program = '', ...args] = [...prefix, ...command];
  await promisify(execFile)(program, args);
}

/** As `asRoot` for one that leaves a daemon behind: it gets no pipe, which the daemon would hold open for ever. */
export function daemonAsRoot(...command: string[]): Promise<void> {
  const [program = '', ...args] = [...prefix, ...command];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore' });
    child.on('error', reject).on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command.join(' ')} ended with ${code}.`));
    });
  });
}

/** Starts a shell script as root that outlives this process; its standard input ends when this process does. */
export function guardAsRoot(script: string): ChildProcess {
  const [program, ...args] = [...prefix, 'sh', '-c', script];
  const guard = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  guard.unref();
  return guard;
}
