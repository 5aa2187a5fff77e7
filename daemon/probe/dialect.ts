import type { Session } from './session.ts';
import type { Wire } from './wire/wire.ts';

/** What the protocols differ in, up to the point where the channel is agreed. */
export interface Dialect<Client> {
  /** Reads the whole greeting, lines joined by `\n`. Throws when it refuses the session. */
  readGreeting(wire: Wire): Promise<string>;
  /** Asks for STARTTLS or STLS and reads the go-ahead. Throws `starttls_unavailable` without it. */
  askForTls(wire: Wire, greeting: string): Promise<void>;
  /** Sets the library up on the agreed channel and learns what the server can. `greeting` is not authenticated after an upgrade. */
  introduce(
    session: Session,
    wire: Wire,
    greeting: string,
  ): Promise<{ client: Client; capabilities: string[] }>;
}
