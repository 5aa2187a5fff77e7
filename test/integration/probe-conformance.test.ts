import { inject } from 'vitest';
import { accountTypes, type AccountType, type Security } from '../../shared/account.ts';
import { describeProbe, type ProbeServer } from '../describe-probe.ts';
import { smallUser } from '../servers/real/users.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import { smtpScript } from '../servers/scripts/smtp.ts';
import { pem } from '../walk.ts';

const { ca, ports, certificates } = inject('realServers');

const realPorts: Record<AccountType, Record<Security, number>> = {
  smtp: { ssl: ports.smtps, tls: ports.submission, plain: ports.smtp },
  imap: { ssl: ports.imaps, tls: ports.imap, plain: ports.imap },
  pop3: { ssl: ports.pop3s, tls: ports.pop3, plain: ports.pop3 },
};

/** Dovecot's default UIDL is the UID and the UIDVALIDITY, eight hex digits each. */
const uidls = smallUser.uids.map((uid) => `${hex(uid)}${hex(1_735_689_600)}`);

for (const type of accountTypes) {
  describeProbe(type, type === 'smtp' ? 'Postfix' : 'Dovecot', () => startReal(type));
  describeProbe(type, 'a scripted server', () => startScripted(type));
}

async function startReal(type: AccountType): Promise<ProbeServer> {
  const newest = { smtp: undefined, imap: smallUser.uids.map(String), pop3: uidls }[type]?.toReversed();
  return {
    ca: pem(ca),
    target: (security) => ({ type, security, port: realPorts[type][security], ...smallUser }),
    newest,
    stop: async () => undefined,
  };
}

async function startScripted(type: AccountType): Promise<ProbeServer> {
  const script = { smtp: smtpScript, imap: imapScript, pop3: pop3Script }[type];
  const account = { username: 'ann@mail.test', password: 'pw "quoted" \\ 1', messageIds: ['4', '9', '11'] };
  const tls = { cert: pem(certificates.valid.cert), key: pem(certificates.valid.key) };
  const servers = {
    ssl: await scriptedServer(script({ ...account, security: 'ssl' }), { tls }),
    tls: await scriptedServer(script({ ...account, security: 'tls' }), { tls }),
    plain: await scriptedServer(script({ ...account, security: 'plain' })),
  };
  return {
    ca: pem(ca),
    target: (security) => ({ type, security, port: servers[security].port, ...account }),
    newest: type === 'smtp' ? undefined : account.messageIds.toReversed(),
    async stop() {
      for (const server of Object.values(servers)) await server[Symbol.asyncDispose]();
    },
  };
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
