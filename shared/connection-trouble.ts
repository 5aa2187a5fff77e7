/** Why a client and the daemon could not talk, each with a sentence for the person. */
const troubles = {
  unreachable: 'The Mailprobe companion does not answer: it is not running, or on another port.',
  not_paired: 'The companion does not know this browser: pair it (again).',
  wrong_version: 'Extension and companion speak different versions: update the older one.',
  stranger: 'Something else than the paired companion answers on this port: nothing was sent to it.',
  busy: 'The companion has too much to do: wait a little and try again.',
  lost: 'The connection to the companion was lost.',
} as const;

export type ConnectionTroubleKind = keyof typeof troubles;

interface TroubleOptions extends ErrorOptions {
  readonly status?: number;
  readonly contract?: number;
}

/** Thrown by every call of a client that never reached a believed answer. `message` is for the person. */
export class ConnectionTrouble extends Error {
  override readonly name = 'ConnectionTrouble';
  readonly kind: ConnectionTroubleKind;
  /** The unproven HTTP status, where that is all that came back. */
  readonly status: number | undefined;
  /** For `wrong_version`: the daemon's contract number, where it could be read. */
  readonly contract: number | undefined;

  constructor(kind: ConnectionTroubleKind, { status, contract, ...options }: TroubleOptions = {}) {
    super(troubles[kind], options);
    this.kind = kind;
    this.status = status;
    this.contract = contract;
  }
}
