import { describe, expect, inject, it } from 'vitest';
import type { AccountType, Security } from '../../shared/account.ts';
import * as z from 'zod/mini';
import { Attempt, Certificate } from '../../shared/evidence.ts';
import type { FailureKind } from '../../shared/failure.ts';
import type { Stage } from '../../shared/stage.ts';
import { hosts, type HostName } from '../servers/real/hosts.ts';
import { freePorts } from '../servers/real/ports.ts';
import { pem, walk } from '../walk.ts';

const { ca: caFile, ports } = inject('realServers');
const ca = pem(caFile);
const protocols: [AccountType, Record<Security, number>][] = [
  ['smtp', { ssl: ports.smtps, tls: ports.submission, plain: ports.smtp }],
  ['imap', { ssl: ports.imaps, tls: ports.imap, plain: ports.imap }],
  ['pop3', { ssl: ports.pop3s, tls: ports.pop3, plain: ports.pop3 }],
];
const certificates: [HostName, FailureKind][] = [
  ['expired', 'cert_expired'],
  ['wrongHost', 'cert_hostname_mismatch'],
  ['selfSigned', 'cert_self_signed'],
  ['unknownCa', 'cert_untrusted_issuer'],
];

describe.each(protocols)('a real %s server', (type, portOf) => {
  describe.each(['ssl', 'tls'] as const)('with security %s', (security) => {
    it.each(certificates)('has a certificate that is %s: %s', async (host, kind) => {
      const { failedAt, failure } = await walk(
        { type, security, server: hosts[host], port: portOf[security] },
        { ca },
      );
      expect([failedAt, failure?.kind]).toEqual([security === 'ssl' ? 'tls' : 'starttls', kind]);
      const [own] = z.array(Certificate).parse(failure?.evidence?.['certificates']);
      expect(own?.spki).toHaveLength(44);
    });
  });

  it.each<[string, Security, Security, Stage, number]>([
    ['SSL to a plain port', 'ssl', 'plain', 'tls', 500],
    ['plain text to an SSL port', 'plain', 'ssl', 'greeting', 2_500],
    ['STARTTLS to an SSL port', 'tls', 'ssl', 'greeting', 2_500],
  ])(
    '%s is tls_wrong_mode, told before the deadline',
    async (_name, security, listening, stage, withinMs) => {
      const { failedAt, failure, ownMs } = await walk(
        { type, security, port: portOf[listening] },
        { ca, timeoutMs: 5_000 },
      );
      expect([failedAt, failure?.kind]).toEqual([stage, 'tls_wrong_mode']);
      expect(ownMs).toBeLessThan(withinMs + 500);
    },
  );

  it('is closed: connect_refused, with what was tried', async () => {
    const { imap: closed } = await freePorts();
    const { failedAt, failure } = await walk({ type, security: 'ssl', server: 'localhost', port: closed });
    expect([failedAt, failure?.kind]).toEqual(['connect', 'connect_refused']);
    const attempts = z.array(Attempt).parse(failure?.evidence?.['attempts']);
    expect(attempts.map(({ address }) => address)).toContain('127.0.0.1');
    for (const attempt of attempts) expect(attempt.error).toMatch(/^E/);
  });

  it('has a name that does not exist: dns_not_found', async () => {
    const { failedAt, failure } = await walk({
      type,
      security: 'ssl',
      server: 'no-such-host.invalid',
      port: 993,
    });
    expect([failedAt, failure?.kind]).toEqual(['resolve', 'dns_not_found']);
  });
});
