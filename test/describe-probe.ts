import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { stagesOf } from '../shared/stages.ts';
import type { AccountType, Security } from '../shared/account.ts';
import { type Target, walk } from './walk.ts';

/** What a server must bring along to be put through the suite. */
export interface ProbeServer {
  /** PEM of the authority behind its certificate. */
  ca: string;
  /** Where to test this security; `password` and `username` are right. */
  target(security: Security): Target & { username: string; password: string };
  /** The ids of the mailbox, newest first; undefined for SMTP. */
  newest: readonly string[] | undefined;
  stop(): Promise<void>;
}

const securities: Security[] = ['ssl', 'tls', 'plain'];

/** The conformance suite: every probe passes it, against the scripted server and against a real one. */
export function describeProbe(type: AccountType, kind: string, start: () => Promise<ProbeServer>): void {
  describe(`the ${type} probe against ${kind}`, () => {
    let server: ProbeServer;
    beforeAll(async () => {
      server = await start();
    });
    afterAll(() => server.stop());

    describe.each(securities)('with security %s', (security) => {
      it('walks through its stages in order and passes', async () => {
        const { verdict, passed, failure, ids } = await walk(server.target(security), { ca: server.ca });
        expect(failure).toBeUndefined();
        expect(verdict).toBe('passed');
        expect(passed).toEqual(stagesOf(type, security));
        expect(ids).toEqual(
          server.newest && { count: server.newest.length, newest: server.newest.slice(0, 10) },
        );
      });

      it('reports each stage as started before it ends, and finishes last', async () => {
        const { events } = await walk(server.target(security), { ca: server.ca });
        const names = events.map((event) => ('stage' in event ? `${event.type} ${event.stage}` : event.type));
        const expected = stagesOf(type, security).flatMap((stage) => [`started ${stage}`, `passed ${stage}`]);
        expect(names).toEqual([...expected, 'finished']);
      });

      it('calls a wrong password what it is, with the words of the server', async () => {
        const target = { ...server.target(security), password: 'no-such-password' };
        const { verdict, failedAt, failure } = await walk(target, { ca: server.ca });
        expect({ verdict, failedAt, kind: failure?.kind }).toEqual({
          verdict: 'failed',
          failedAt: 'login',
          kind: 'auth_bad_credentials',
        });
        expect(failure?.reply).toMatch(/authentication failed/i);
        expect(failure?.retry).toBe(false);
      });

      it('keeps the credentials out of the transcript', async () => {
        const target = server.target(security);
        const { events } = await walk({ ...target, settings: { debug: true } }, { ca: server.ca });
        const lines = events.filter((event) => event.type === 'transcript');
        expect(lines.some(({ from }) => from === 'client')).toBe(true);
        const text = JSON.stringify(lines);
        expect(text).not.toContain(target.password);
        expect(text).not.toContain(
          Buffer.from(`\0${target.username}\0${target.password}`).toString('base64'),
        );
      });

      it('says that plain text was plain, and only then', async () => {
        const { warnings } = await walk(server.target(security), { ca: server.ca });
        expect(warnings.some((text) => text.includes('plain text'))).toBe(security === 'plain');
      });
    });

    it('refuses the certificate of an authority it does not know', async () => {
      const { failedAt, failure } = await walk(server.target('ssl'));
      expect(failedAt).toBe('tls');
      expect(failure?.kind).toBe('cert_untrusted_issuer');
      expect(failure?.evidence).toHaveProperty('certificates');
    });

    it('goes on with validation disabled, and says what it found', async () => {
      const { verdict, warnings } = await walk({ ...server.target('ssl'), settings: { insecure: true } });
      expect(verdict).toBe('passed');
      expect(warnings.join()).toMatch(/not validated/);
    });

    it('takes the pin of the key instead of the chain, and refuses another pin', async () => {
      const seen = await walk(server.target('ssl'), { ca: server.ca });
      const [own] = seen.evidence('tls')['certificates'] as { spki: string }[];
      const pinned = await walk({ ...server.target('ssl'), settings: { pin: own?.spki ?? '' } });
      expect(pinned.verdict).toBe('passed');
      expect(pinned.evidence('tls')).toMatchObject({ trust: 'pinned' });
      const other = await walk({
        ...server.target('ssl'),
        settings: { pin: `${'A'.repeat(43)}=`, insecure: true },
      });
      expect(other.failure?.kind).toBe('cert_pin_mismatch');
    });

    it('tells SSL against a plain port from plain text against an SSL port', async () => {
      const plainPort = server.target('plain').port;
      const sslPort = server.target('ssl').port;
      const toPlain = await walk({ ...server.target('ssl'), port: plainPort }, { ca: server.ca });
      expect(toPlain).toMatchObject({ failedAt: 'tls', failure: { kind: 'tls_wrong_mode' } });
      const toSsl = await walk(
        { ...server.target('plain'), port: sslPort },
        { ca: server.ca, timeoutMs: 3_000 },
      );
      expect(toSsl).toMatchObject({ failedAt: 'greeting', failure: { kind: 'tls_wrong_mode' } });
    });

    it('ends at once when it is cancelled', async () => {
      const cancel = new AbortController();
      cancel.abort();
      const { verdict, failure, ownMs } = await walk(server.target('ssl'), {
        ca: server.ca,
        signal: cancel.signal,
      });
      expect({ verdict, failure }).toEqual({ verdict: 'cancelled', failure: undefined });
      expect(ownMs).toBeLessThan(500);
    });
  });
}
