/**
 * Every way in which an exchange between client and daemon ends before its time. `status` is what the
 * daemon answers with (security §2: an empty body, only the status differs); a kind without one is
 * found by the client.
 */
const failures = {
  malformed: { status: 400, sentence: 'The message does not have the form that this protocol gives it.' },
  wrong_version: {
    status: 400,
    sentence: 'The browser extension and the daemon speak different versions: update the older one.',
  },
  wrong_code: {
    status: 401,
    sentence:
      'The pairing code is not the one that the daemon shows, or something else answers on this port.',
  },
  wrong_client: { status: 401, sentence: 'The client does not hold the key that it names.' },
  unknown_client: {
    status: 401,
    sentence: 'This client is not paired, or its pairing was revoked: pair it again.',
  },
  wrong_origin: { status: 401, sentence: 'The request comes from another origin than the client it names.' },
  wrong_port: {
    status: 403,
    sentence: 'The daemon listens on another port than the one that was dialled: something stands between.',
  },
  wrong_daemon: {
    sentence: 'What answers on this port is not the daemon that this client is paired with.',
  },
  closed: {
    status: 403,
    sentence: 'No pairing is open: run "npx mailprobe pair" and type the code it shows.',
  },
  expired: { status: 403, sentence: 'The time for this is over: begin again.' },
  burnt: {
    status: 403,
    sentence: 'This pairing code was tried too often and is worth nothing now: take a new one.',
  },
  conflict: { status: 409, sentence: 'Another client has paired with this code: take a new one.' },
  replayed: { status: 401, sentence: 'This message was used before.' },
  unknown_exchange: { status: 401, sentence: 'The message belongs to no exchange that is open.' },
  unknown_session: { status: 401, sentence: 'The session has ended: begin a new one.' },
  too_many: { status: 429, sentence: 'Too many at once: wait a little and try again.' },
  wrong_proof: { status: 401, sentence: 'The request is not proven by the key of its session.' },
  wrong_seal: { status: 401, sentence: 'The sealed value was not sealed for this place.' },
  wrong_reply: { sentence: 'The reply is not proven by the key of the session: it is not shown.' },
  cut_stream: { sentence: 'The connection was lost before the daemon had finished.' },
} as const satisfies Record<string, { status?: number; sentence: string }>;

export type SessionFailureKind = keyof typeof failures;
export const sessionFailureKinds = Object.keys(failures) as SessionFailureKind[];

/**
 * Thrown, not returned: a caller that forgets to look cannot go on. It says what failed and never holds
 * a value of the exchange. `message` is one sentence for the person.
 */
export class SessionFailure extends Error {
  override readonly name = 'SessionFailure';
  readonly kind: SessionFailureKind;
  /** The HTTP status of the daemon's refusal; `undefined` when the client alone can find this. */
  readonly status: number | undefined;

  constructor(kind: SessionFailureKind) {
    const failure: { status?: number; sentence: string } = failures[kind];
    super(failure.sentence);
    this.kind = kind;
    this.status = failure.status;
  }
}
