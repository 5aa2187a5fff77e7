/**
 * Every way in which an exchange between client and daemon ends before its time. Beside each, the
 * status that the daemon answers with (security §2: an empty body, only the status differs); one without is
 * found by the client.
 */
const statuses = {
  malformed: 400,
  wrong_version: 400,
  wrong_code: 401,
  wrong_client: 401,
  unknown_client: 401,
  wrong_origin: 401,
  wrong_port: 403,
  wrong_daemon: undefined,
  closed: 403,
  expired: 403,
  burnt: 403,
  conflict: 409,
  replayed: 401,
  unknown_exchange: 401,
  unknown_session: 401,
  too_many: 429,
  wrong_proof: 401,
  wrong_seal: 401,
  wrong_reply: undefined,
  cut_stream: undefined,
} as const satisfies Record<string, number | undefined>;

export type SessionFailureKind = keyof typeof statuses;
export const sessionFailureKinds = Object.keys(statuses) as SessionFailureKind[];

/**
 * Thrown, not returned: a caller that forgets to look cannot go on. It says what failed and never holds
 * a value of the exchange. A person reads none of them as they are: the client says what it means for them
 * (`connection-trouble.ts`), and the daemon, where it says more than a status, has sentences of its own.
 */
export class SessionFailure extends Error {
  override readonly name = 'SessionFailure';
  readonly kind: SessionFailureKind;
  /** The HTTP status of the daemon's refusal; `undefined` when the client alone can find this. */
  readonly status: number | undefined;

  constructor(kind: SessionFailureKind) {
    super(kind);
    this.kind = kind;
    this.status = statuses[kind];
  }
}
