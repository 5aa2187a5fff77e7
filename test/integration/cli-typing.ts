import { spawn } from 'node:child_process';
import { bin, plainEnvironment, root } from './cli-process.ts';

/** What is typed once the screen shows the cue; each cue is looked for after the one before. */
export type Keys = readonly [cue: string, keys: string];

/** Runs the bin on a pseudo terminal (util-linux `script`) and types. */
export async function typing(
  args: readonly string[],
  keys: readonly Keys[],
  env: Record<string, string> = {},
  /** Called with all of the screen until it gives something; nothing is typed until that has resolved. */
  onScreen?: (screen: string) => unknown,
): Promise<{ code: number | null; screen: string }> {
  // `exec`: a shell in between would take Ctrl-C as its own end.
  const command = `exec ${[process.execPath, bin, ...args].map((word) => `'${word}'`).join(' ')}`;
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    cwd: root,
    env: { ...plainEnvironment(), ...env },
  });
  const left = [...keys];
  let screen = '';
  let seen = 0;
  let acted: unknown;
  child.stdout.on('data', (chunk: Buffer) => {
    screen += chunk.toString();
    acted ??= onScreen?.(screen);
    const [cue, typed] = left[0] ?? [];
    const at = cue === undefined ? -1 : screen.indexOf(cue, seen);
    if (cue === undefined || at < 0) return;
    seen = at + cue.length;
    left.shift();
    void Promise.resolve(acted).then(() => child.stdin.write(typed ?? ''));
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  await acted;
  return { code, screen };
}
