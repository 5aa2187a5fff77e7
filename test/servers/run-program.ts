import { spawn } from 'node:child_process';

/** What a program said, both streams together, and how it ended. */
export interface ProgramResult {
  exitCode: number | null;
  output: string;
}

/** Runs a program to its end; never throws for its exit code. */
export function runProgram(name: string, ...args: string[]): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', reject).on('close', (exitCode) => resolve({ exitCode, output }));
  });
}
