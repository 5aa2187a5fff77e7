import { onTestFinished } from 'vitest';
import type { RunningDaemon } from '../../daemon/main.ts';
import { startDaemon } from '../../daemon/main.ts';
import { cliIdentity } from '../../daemon/store/key-files.ts';
import { daemonClient, type DaemonClient } from '../../shared/daemon-client.ts';
import { openPost } from '../../shared/daemon-post.ts';
import { generateIdentity, type Identity } from '../../shared/session/identity.ts';
import { pair, type PinnedDaemon } from '../../shared/session/pairing-client.ts';
import { readDaemonPublicKey } from '../../daemon/store/key-files.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { fromOrigin } from './from-origin.ts';

export const origin = `chrome-extension://${'abcdefghijklmnop'.repeat(2)}`;
export const otherOrigin = `moz-extension://11111111-2222-4333-8444-555555555555`;

/** A paired browser: its keys, and the way to the daemon. */
export interface Browser extends DaemonClient {
  readonly identity: Identity;
  readonly daemon: PinnedDaemon;
  readonly origin: string;
}

/** A daemon in this process, on a directory of its own and a port that was free. */
export interface TestDaemon extends RunningDaemon {
  /** The pairing codes on its terminal. */
  readonly codes: string[];
  /** All other words on its terminal. */
  readonly said: string[];
  /** Pairs with its newest code. */
  browser(options?: { origin?: string; name?: string; code?: string }): Promise<Browser>;
  /** The command line of the same directory. */
  cli(): Promise<DaemonClient>;
}

/** It is stopped when the test is over. */
export async function runningDaemon(
  directory = temporaryDirectory(),
  { port = 0 }: { port?: number } = {},
): Promise<TestDaemon> {
  const codes: string[] = [];
  const said: string[] = [];
  const daemon = await startDaemon({
    port,
    directory,
    version: '0.0.0',
    startCommand: 'mailprobe start',
    terminal: {
      ready: ({ notices }) => said.push(...notices),
      code: (code) => codes.push(code),
      say: (sentence) => said.push(sentence),
    },
  });
  onTestFinished(() => daemon.stop());
  return {
    ...daemon,
    codes,
    said,
    async browser({ origin: own = origin, name = 'Ada’s browser', code = codes.at(-1) ?? '' } = {}) {
      const identity = await generateIdentity();
      const facts = { identity, name, origin: own, port: daemon.port, code };
      const pinned = await fromOrigin(own, () => pair(openPost(daemon.port), facts));
      return connected(identity, pinned, own);
    },
    async cli() {
      const identity = await cliIdentity(directory);
      const key = await readDaemonPublicKey(directory);
      if (!key) throw new Error('The daemon has left no public key.');
      return connected(identity, { key, port: daemon.port }, '');
    },
  };
}

/** A client whose requests carry its origin. */
export function connected(identity: Identity, daemon: PinnedDaemon, own: string): Browser {
  const client = daemonClient({ identity, daemon, origin: own });
  return {
    identity,
    daemon,
    origin: own,
    call: (...asked) => fromOrigin(own, () => client.call(...asked)),
    async *stream(...asked) {
      const lines = client.stream(...asked);
      try {
        for (;;) {
          const line = await fromOrigin(own, () => lines.next());
          if (line.done) return;
          yield line.value;
        }
      } finally {
        await lines.return();
      }
    },
  };
}
