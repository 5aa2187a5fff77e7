import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { type CertificateFiles, makeCertificates } from '../servers/real/certificates.ts';
import { hosts } from '../servers/real/hosts.ts';
import type { Ports } from '../servers/real/ports.ts';
import { type RealServers, startRealServers } from '../servers/real/real-servers.ts';
import { smallUser } from '../servers/real/users.ts';
import { type ScriptedServer, scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import { smtpScript } from '../servers/scripts/smtp.ts';

/** One server that an example account can be pointed at. */
export interface Endpoint {
  server: string;
  port: number;
}

/** One person who has an account on all of these. */
export interface DemoEndpoints {
  readonly username: string;
  readonly password: string;
  readonly imaps: Endpoint;
  readonly pop3s: Endpoint;
  /** STARTTLS is required. */
  readonly submission: Endpoint;
  /** IMAP with a certificate that has expired. */
  readonly expired: Endpoint;
}

/** Throwaway mail servers on this machine. */
export interface DemoServers extends DemoEndpoints, AsyncDisposable {
  /** For a person: what runs. */
  readonly what: string;
  /** PEM file of the authority that the daemon should trust. */
  readonly ca: string;
  /** Of the real servers: there letters meet their fates. */
  readonly ports?: Ports;
}

/** Dovecot and Postfix where they are installed and may be started, servers that play a script elsewhere. */
export async function demoServers(): Promise<DemoServers> {
  return mayRunReal() ? realServers() : scriptedServers();
}

function mayRunReal(): boolean {
  const installed = ['dovecot', 'postfix'].every(
    (name) => spawnSync('sh', ['-c', `PATH="$PATH:/usr/sbin:/sbin" command -v ${name}`]).status === 0,
  );
  if (!installed) return false;
  return process.getuid?.() === 0 || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
}

async function realServers(): Promise<DemoServers> {
  const servers = await startRealServers();
  return {
    ...endpointsOf(servers),
    what: 'Dovecot and Postfix',
    ca: servers.ca,
    ports: servers.ports,
    [Symbol.asyncDispose]: () => servers[Symbol.asyncDispose](),
  };
}

/** Where the example accounts find what runs already. */
export function endpointsOf({ ports }: Pick<RealServers, 'ports'>): DemoEndpoints {
  const at = (port: number): Endpoint => ({ server: 'localhost', port });
  return {
    username: smallUser.username,
    password: smallUser.password,
    imaps: at(ports.imaps),
    pop3s: at(ports.pop3s),
    submission: at(ports.submission),
    expired: { server: hosts.expired, port: ports.imaps },
  };
}

async function scriptedServers(): Promise<DemoServers> {
  const folder = await mkdtemp(join(tmpdir(), 'mailprobe-demo-'));
  const { ca, files } = await makeCertificates(join(folder, 'certificates'));
  const { username, password } = smallUser;
  const account = { username, password, messageIds: ['3', '7', '8', '12', '40'] };
  const tls = await pemOf(files.valid);
  const stale = await pemOf(files.expired);
  const started: ScriptedServer[] = await Promise.all([
    scriptedServer(imapScript({ ...account, security: 'ssl' }), { tls }),
    scriptedServer(pop3Script({ ...account, security: 'ssl' }), { tls }),
    scriptedServer(smtpScript({ username, password, security: 'tls' }), { tls }),
    scriptedServer(imapScript({ ...account, security: 'ssl' }), { tls: stale }),
  ]);
  const [imaps, pop3s, submission, expired] = started.map(({ port }) => ({ server: 'localhost', port }));
  if (!imaps || !pop3s || !submission || !expired) throw new Error('Four servers were started.');
  return {
    what: 'servers that play a script (Dovecot and Postfix are not installed here, or may not be started)',
    ca,
    username,
    password,
    imaps,
    pop3s,
    submission,
    expired,
    async [Symbol.asyncDispose]() {
      await Promise.all(started.map((server) => server[Symbol.asyncDispose]()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function pemOf({ cert, key }: CertificateFiles): Promise<{ cert: string; key: string }> {
  return { cert: await readFile(cert, 'utf8'), key: await readFile(key, 'utf8') };
}
