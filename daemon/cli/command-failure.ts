import type { RefusalKind } from '../../shared/refusal.ts';
import { type ExitCode, exitCode } from './exit-code.ts';

/** What a command could not do: sentences for stderr, clean when they are written, and the exit code that says why. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly sentences: readonly string[];
  readonly code: ExitCode;
  /** What the daemon refused it with, if it did. */
  readonly refused: RefusalKind | undefined;

  constructor(
    sentences: readonly string[],
    code: ExitCode = exitCode.failed,
    more: { cause?: unknown; refused?: RefusalKind } = {},
  ) {
    super(sentences.join(' '), { cause: more.cause });
    this.refused = more.refused;
    this.sentences = sentences;
    this.code = code;
  }
}
