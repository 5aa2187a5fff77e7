import { visibleText } from '../../shared/visible-text.ts';
import { CommandFailure } from './command-failure.ts';
import { commands } from './commands.ts';
import { dispatch } from './dispatch.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { internalError } from './internal-error.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/**
 * Arguments in, text on the streams, exit code out. Never throws: whatever goes wrong is a sentence on stderr, and with `--json` what the
 * daemon refused an object there.
 */
export async function answer(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    if (error instanceof CommandFailure) {
      if (error.refused !== undefined && asksForJson(args)) {
        const sentences = error.sentences.map((sentence) => visibleText(sentence, 1000));
        terminal.stderr.write(`${JSON.stringify({ refused: error.refused, sentences })}\n`);
        return error.code;
      }
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

/** For a program: whatever the command is, its options end where `--` stands. */
function asksForJson(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).includes('--json');
}
