import { expect, inject, it } from 'vitest';
import type { AccountType } from '../../shared/account.ts';
import { peers } from '../bench/peers.ts';
import { type Proxy, proxy } from '../servers/proxy.ts';
import { smallUser } from '../servers/real/users.ts';
import { pem, walk } from '../walk.ts';

const { ca: caFile, ports } = inject('realServers');
const ca = pem(caFile);
/** Client flights after the TCP connect that a test over implicit TLS may take. */
const aims: [AccountType, number, number][] = [
  ['imap', ports.imaps, 6],
  ['pop3', ports.pop3s, 5],
  ['smtp', ports.smtps, 5],
];

it.each(aims)(
  '%ss needs no more client flights than its peer, and at most the aim',
  async (type, port, aim) => {
    const ours = await counted(port, async (through) => {
      const { verdict } = await walk({ type, security: 'ssl', port: through.port, ...smallUser }, { ca });
      expect(verdict).toBe('passed');
    });
    const peer = peers[type];
    const theirs = await counted(port, (through) => peer.run(through.port, smallUser, caFile));
    console.log(`${type}s: ${ours} client flights after the TCP connect; ${peer.name}: ${theirs}`);
    expect(ours).toBeLessThanOrEqual(aim);
    expect(ours).toBeLessThanOrEqual(theirs);
  },
);

/** Client flights of one run through a wire with 100 ms of round trip. */
async function counted(port: number, work: (through: Proxy) => Promise<unknown>): Promise<number> {
  await using through = await proxy({ port, delayMs: 50 });
  await work(through);
  return through.counts.clientFlights;
}
