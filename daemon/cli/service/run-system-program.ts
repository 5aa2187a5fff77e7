import { execFile } from 'node:child_process';

/** How a program of the system ended; `missing` when there is none of this name. */
export interface SystemProgramResult {
  readonly passed: boolean;
  readonly missing: boolean;
  /** What it said, for a person. */
  readonly said: string;
}

/** Runs a program with its words as they are, without a shell, and waits half a minute at most. */
export function runSystemProgram([program = '', ...args]: readonly string[]): Promise<SystemProgramResult> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: 30_000, windowsHide: true }, (error, stdout, stderr) => {
      const said = (stderr.trim() || stdout.trim()).split('\n')[0] ?? '';
      const missing = error?.code === 'ENOENT';
      resolve({ passed: !error, missing, said: said || (error ? `${program} failed` : '') });
    });
  });
}
