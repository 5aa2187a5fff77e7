import { createInterface } from 'node:readline/promises';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** What must be typed, and what says yes to it without a terminal. */
interface Question {
  /** Ends with a blank; goes to stderr, so that stdout stays the result's. */
  readonly text: string;
  readonly answer: string;
  /** `--yes` was given. */
  readonly yes: boolean;
}

/** Whether the person typed exactly the answer. Throws UsageError where nobody can be asked. */
export async function confirmed(
  { text, answer, yes }: Question,
  { stdin, stderr }: Terminal,
): Promise<boolean> {
  if (yes) return true;
  if (!stdin.isTTY) {
    throw new UsageError('There is no terminal to ask on. Add --yes to say that it shall be done.');
  }
  const lines = createInterface({ input: stdin, output: stderr, terminal: false });
  try {
    stderr.write(text);
    for await (const line of lines) return line.trim().toLowerCase() === answer;
    return false;
  } finally {
    lines.close();
  }
}
