import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import { openPost } from '../../shared/daemon-post.ts';
import { pair } from '../../shared/session/pairing-client.ts';
import { SessionFailure } from '../../shared/session/session-failure.ts';
import { browserName } from './browser-name.ts';
import { mayReachDaemon } from './host-permission.ts';
import { ownIdentity } from './identity.ts';
import { ownOrigin } from './own-origin.ts';
import { keepDaemon } from './pinned-daemon.ts';

/** Why a pairing came to nothing. `expired`: burnt by failed tries too; `taken`: another browser was faster; `full`: 16 are paired. */
export type PairingFailure =
  | 'unreachable'
  | 'not_allowed'
  | 'stranger'
  | 'wrong_code'
  | 'closed'
  | 'expired'
  | 'taken'
  | 'full'
  | 'wrong_version'
  | 'busy';

/** Pairs this browser and remembers the daemon; `code` as `readPairingCode` gives it. */
export async function pairBrowser(code: string, port: number): Promise<PairingFailure | undefined> {
  let last = '';
  const post = openPost(port);
  try {
    const client = {
      identity: await ownIdentity(),
      name: await browserName(),
      origin: ownOrigin(),
      port,
      code,
    };
    await keepDaemon(
      await pair((path, body) => {
        last = path;
        return post(path, body);
      }, client),
    );
    return undefined;
  } catch (error) {
    const failure = failureOf(error, last.endsWith('/finish'));
    return failure === 'unreachable' && !(await mayReachDaemon()) ? 'not_allowed' : failure;
  }
}

function failureOf(error: unknown, finishing: boolean): PairingFailure {
  if (error instanceof SessionFailure) {
    return error.kind === 'wrong_code' || error.kind === 'wrong_version' ? error.kind : 'stranger';
  }
  if (!(error instanceof ConnectionTrouble)) throw error;
  if (error.status === 401) return 'wrong_code';
  if (error.status === 403) return finishing ? 'expired' : 'closed';
  if (error.status === 409) return 'taken';
  if (error.status === 429 && finishing) return 'full';
  return error.kind === 'not_paired' || error.kind === 'lost' ? 'stranger' : error.kind;
}
