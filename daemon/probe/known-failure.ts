import type { FailureKind } from '../../shared/failure.ts';

/** Thrown where the cause is certain at the place itself; everything else is classified from what was thrown. */
export class KnownFailure extends Error {
  override readonly name = 'KnownFailure';
  readonly kind: FailureKind;
  /** The server's words, when they differ from the last reply the wire has seen. */
  readonly reply: string | undefined;
  /** What the stage had found out, in the shape of its evidence. */
  readonly evidence: Record<string, unknown> | undefined;

  /** `detail` is one English sentence about what we saw; it is shown to the person. */
  constructor(
    kind: FailureKind,
    detail: string,
    more: { reply?: string; evidence?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.kind = kind;
    this.reply = more.reply;
    this.evidence = more.evidence;
  }
}
