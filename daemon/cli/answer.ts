import { visibleText } from '../../shared/visible-text.ts';
import { CommandFailure } from './command-failure.ts';
import { commands } from './commands.ts';
import { dispatch } from './dispatch.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { internalError } from './internal-error.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Arguments in, text on the streams, exit code out. Never throws: whatever goes wrong is a sentence on stderr. */
export async function answer(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    if (error instanceof CommandFailure) {
      for (const sentence of error.sentences) terminal.stderr.write(`${visibleText(sentence, 1000)}\n`);
      return error.code;
    }
    if (!(error instanceof UsageError)) {
      terminal.stderr.write(internalError(error));
      return exitCode.failed;
    }
    const [name = ''] = args;
    const more = Object.hasOwn(commands, name) ? `npx mailprobe help ${name}` : 'npx mailprobe --help';
    for (const sentence of [...error.sentences, `See: ${more}`]) {
      terminal.stderr.write(`${visibleText(sentence)}\n`);
    }
    return exitCode.usage;
  }
}
