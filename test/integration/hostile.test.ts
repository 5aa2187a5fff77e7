import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { failureKinds } from '../../shared/failure.ts';
import { hostileCases } from '../hostile/cases.ts';
import { account } from '../hostile/hostile-case.ts';
import { type WalkProcess, walkProcess } from '../hostile/walk-process.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import { smtpScript } from '../servers/scripts/smtp.ts';
import { pem } from '../walk.ts';

const { ca: caFile, certificates } = inject('realServers');
const ca = pem(caFile);
const tls = { cert: pem(certificates.valid.cert), key: pem(certificates.valid.key) };
const timeoutMs = 1_000;
const allowedGrowth = 50 * 1024;
const wellBehaved = { smtp: smtpScript, imap: imapScript, pop3: pop3Script };
/** What of the credentials must not be seen outside TLS. */
const secrets = [
  account.password,
  Buffer.from(account.password).toString('base64').slice(0, -4),
  'aHVudGVyMi',
];

describe.each(['smtp', 'imap', 'pop3'] as const)('the %s walk', (type) => {
  let process: WalkProcess;
  let highest = 0;
  let peak = 0;

  beforeAll(async () => {
    process = walkProcess();
    for (const security of ['ssl', 'tls', 'plain'] as const) {
      await using server = await scriptedServer(wellBehaved[type]({ ...account, security }), { tls });
      const target = { type, security, port: server.port, ...account };
      const report = await process.run({ target, options: { ca } });
      expect(report.verdict).toBe('passed');
    }
  });
  afterAll(async () => {
    console.log(`${type}: one walk grew by ${mib(highest)} at most; the process reached ${mib(peak)}`);
    await process[Symbol.asyncDispose]();
  });

  it.each(hostileCases(type).map((hostile) => [`${hostile.security}: ${hostile.name}`, hostile] as const))(
    'fails in time, with a cause and nothing given away, at %s',
    async (_name, { security, script, says, kind }) => {
      await using server = await scriptedServer(script, { tls });
      const target = { type, security, port: server.port, ...account, settings: { debug: true } };
      const order = { target, options: { ca, timeoutMs } };
      const report = await process.run(order);
      expect(report.verdict).toBe('failed');
      expect(report.ownMs).toBeLessThan(timeoutMs + 250);
      expect(failureKinds).toContain(report.kind);
      expect(report.kind).not.toBe('internal_error');
      if (kind !== undefined) expect(report.kind).toBe(kind);
      if (says !== undefined) expect(report.reply).toContain(says);
      if (security !== 'plain') expectNoSecret(server.receivedBeforeTls.toString('latin1'));
      expectNoSecret(report.said);
      expect(report.nodeWarnings).toEqual([]);
      let { growth } = report;
      // Garbage that is not collected yet is in it now and then; what a walk needs is in it every time.
      for (let again = 0; growth >= allowedGrowth && again < 2; again++)
        growth = Math.min(growth, (await process.run(order)).growth);
      expect(growth).toBeLessThan(allowedGrowth);
      highest = Math.max(highest, growth);
      peak = report.peak;
    },
  );

  it.each(['ssl', 'tls', 'plain'] as const)(
    'passes when every byte comes alone, with %s',
    async (security) => {
      const script = wellBehaved[type]({ ...account, security });
      await using server = await scriptedServer(script, { tls, splitOutput: true });
      const report = await process.run({
        target: { type, security, port: server.port, ...account },
        options: { ca },
      });
      expect([report.verdict, report.kind]).toEqual(['passed', undefined]);
    },
  );
});

function expectNoSecret(text: string): void {
  for (const secret of secrets) expect(text).not.toContain(secret);
}

function mib(kib: number): string {
  return `${(kib / 1024).toFixed(1)} MiB`;
}
