/** Why the daemon cannot start, in a sentence for the person; `repair` is a command that helps. */
export class StartTrouble extends Error {
  override readonly name = 'StartTrouble';
  readonly repair: string | undefined;

  constructor(sentence: string, more: { repair?: string; cause?: unknown } = {}) {
    super(sentence, { cause: more.cause });
    this.repair = more.repair;
  }
}
