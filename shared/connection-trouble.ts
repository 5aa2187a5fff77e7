import { troubles as english } from './texts/en/troubles.ts';
import { textsOf } from './texts.ts';

const troubles = textsOf('troubles', english);

export type ConnectionTroubleKind = keyof typeof english;

interface TroubleOptions extends ErrorOptions {
  readonly status?: number;
  readonly contract?: number;
}

/** Thrown by every call of a client that never reached a believed answer. `message` is for the person, in the language spoken. */
export class ConnectionTrouble extends Error {
  override readonly name = 'ConnectionTrouble';
  readonly kind: ConnectionTroubleKind;
  /** The unproven HTTP status, where that is all that came back. */
  readonly status: number | undefined;
  /** For `wrong_version`: the daemon's contract number, where it could be read. */
  readonly contract: number | undefined;

  constructor(kind: ConnectionTroubleKind, { status, contract, ...options }: TroubleOptions = {}) {
    super(troubles()[kind], options);
    this.kind = kind;
    this.status = status;
    this.contract = contract;
  }
}
