import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import type { Evidence } from '../../../shared/evidence.ts';
import { KnownFailure } from '../known-failure.ts';

/** All addresses of a host, of every family, in the order the system prefers. `a.b.` stands for `a.b`. */
export type Resolver = (host: string) => Promise<string[]>;

/** The system's resolver, hosts file included. Throws Node's `ENOTFOUND`, `EAI_AGAIN`. */
export const systemResolver: Resolver = async (host) => {
  const found = await lookup(host, { all: true, order: 'verbatim' });
  return found.map(({ address }) => address);
};

/** `host` comes back as the A-label that certificates are checked against (RFC 5890 §2.3.2.1). */
export async function resolveServer(server: string, resolver: Resolver): Promise<Evidence['resolve']> {
  const bare = server.replace(/\.$/, '').toLowerCase();
  const host = isIP(bare) ? bare : domainToASCII(bare);
  if (!host) throw new KnownFailure('dns_not_found', `${server} cannot be a host name.`);
  const addresses = isIP(host) ? [host] : await resolver(host);
  return { host, addresses: [...new Set(addresses)] };
}
