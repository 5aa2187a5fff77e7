import { answer } from './answer.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { internalError } from './internal-error.ts';

/** The command line of this process: its streams, its last errors, its end. Never throws. */
export async function main(args: readonly string[], self: NodeJS.Process): Promise<ExitCode> {
  for (const stream of [self.stdout, self.stderr]) stream.on('error', readerGone);
  // Without this, Node prints the message of an error, and a library may have put a secret into one.
  self.on('uncaughtException', (error) => {
    self.stderr.write(internalError(error));
    self.exit(exitCode.failed);
  });
  const code = await answer(args, self);
  // A connection that a library left half open must not hold the shell: all words are out already.
  setTimeout(() => self.exit(), 500).unref();
  return code;
}

// `mailprobe test … | head` closes the pipe: nobody reads on, which is no error of ours.
function readerGone(): void {}
