import type { FailureKind } from '../../shared/failure.ts';

interface More {
  /** The server's words, when they differ from the last reply the wire has seen. */
  reply?: string;
  /** What the stage had found out, in the shape of its evidence. */
  evidence?: Record<string, unknown>;
  cause?: unknown;
}

/** Thrown where the cause is certain at the place itself; everything else is classified from what was thrown. */
export class KnownFailure extends Error {
  override readonly name = 'KnownFailure';
  readonly kind: FailureKind;
  readonly reply: string | undefined;
  readonly evidence: Record<string, unknown> | undefined;

  /** `detail` is one English sentence about what we saw; it is shown to the person. */
  constructor(kind: FailureKind, detail: string, more: More = {}) {
    super(detail, { cause: more.cause });
    this.kind = kind;
    this.reply = more.reply;
    this.evidence = more.evidence;
  }
}

/**
 * Thrown by the wire where only a code is known: Node's and OpenSSL's (`ECONNREFUSED`,
 * `CERT_HAS_EXPIRED`), and two of our own, `ETIMEDOUT` for the deadline and `ECLOSED` for a closed
 * connection. What a code means at which stage is the classifier's.
 */
export class CodedFailure extends Error {
  override readonly name = 'CodedFailure';
  readonly code: string;
  readonly reply: string | undefined;
  readonly evidence: Record<string, unknown> | undefined;

  constructor(code: string, message: string, more: More = {}) {
    super(message, { cause: more.cause });
    this.code = code;
    this.reply = more.reply;
    this.evidence = more.evidence;
  }
}

/** Whatever was thrown, as an Error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
