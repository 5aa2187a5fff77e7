/** Wrong usage: every sentence says what is wrong and what to do, and repeats no secret. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly sentences: readonly string[];

  constructor(...sentences: string[]) {
    super(sentences.join(' '));
    this.sentences = sentences;
  }
}
