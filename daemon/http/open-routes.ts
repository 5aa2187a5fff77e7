import { visibleText } from '../../shared/visible-text.ts';
import { toBase64url } from '../../shared/session/base64url.ts';
import type { PairingDaemon } from '../../shared/session/pairing-daemon.ts';
import type { SessionDaemon } from '../../shared/session/session-daemon.ts';
import { SessionFailure } from '../../shared/session/session-failure.ts';
import { SaidRefused } from '../service/refuse.ts';
import type { Service } from '../service/service.ts';
import type { OpenRoute } from './handler.ts';
import { rateLimit } from './rate-limit.ts';

interface Exchange {
  readonly pairing: PairingDaemon;
  readonly sessions: SessionDaemon;
  readonly clients: Service['clients'];
  readonly nowMs: () => number;
  /** A sentence for the terminal. */
  readonly say: (sentence: string) => void;
}

/** Answers a message that proves itself; nothing for an empty reply. Throws SessionFailure or `Refused`. */
export type OpenHandler = (body: unknown, origin: string) => Promise<object | undefined>;

const mostStartsASecond = 20;

/** Pairing and the start of sessions (security §3). */
export function openRoutes({ pairing, sessions, clients, nowMs, say }: Exchange) {
  const mayStart = rateLimit({ most: mostStartsASecond, eachMs: 1000, nowMs });

  function sayRefused({ message, refusal: { repair } }: SaidRefused): void {
    say(`Not paired: ${visibleText(message)}${repair === undefined ? '' : ` This helps: ${repair}`}`);
  }

  return {
    pairStart: (body, origin) => pairing.start(body, origin),

    async pairFinish(body, origin) {
      const { client, reply } = await pairing.finish(body, origin);
      const { id, key, name } = client;
      const shown = visibleText(name, 128);
      let replaced: readonly string[];
      try {
        ({ replaced } = await clients.add({ id, publicKey: toBase64url(key), origin, name: shown }));
      } catch (error) {
        // The code is spent: where nobody is paired yet, a new one is owed.
        if ((await clients.list()).length === 0) pairing.stand();
        if (!(error instanceof SaidRefused)) throw error;
        sayRefused(error);
        // The one rule a browser can break here is that there are places; its page knows that by the status.
        throw error.refusal.kind === 'invalid' ? new SaidRefused({ ...error.said, kind: 'too_many' }) : error;
      }
      // One that pairs anew may come from another origin than its sessions.
      for (const ended of [id, ...replaced]) sessions.endClient(ended);
      say(`Paired: ${shown}, ${visibleText(origin)}`);
      return reply;
    },

    async sessionStart(body, origin) {
      if (!mayStart()) throw new SessionFailure('too_many');
      return sessions.start(body, origin);
    },

    async sessionFinish(body, origin) {
      await sessions.finish(body, origin);
      return undefined;
    },
  } satisfies Record<OpenRoute, OpenHandler>;
}
