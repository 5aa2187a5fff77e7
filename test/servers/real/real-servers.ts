import { once } from 'node:events';
import { chmod, mkdtemp, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { guardAsRoot } from './as-root.ts';
import { makeCertificates, type Certificates } from './certificates.ts';
import { dovecotFiles, startDovecot } from './dovecot.ts';
import { freePorts, type Ports } from './ports.ts';
import { fateUsers } from './fates.ts';
import { startPolicyServer } from './policy-server.ts';
import { postfixFiles, startPostfix } from './postfix.ts';
import { receivingPostfix } from './receiving-postfix.ts';
import { sendingPostfix } from './sending-postfix.ts';
import { type MailUser, users } from './users.ts';

/** Real Dovecot and Postfix: where they listen. Who has an account stands in `users.ts`, the addresses in `hosts.ts`. */
export interface RealServers {
  /** PEM file of the authority behind the valid certificate. */
  ca: string;
  ports: Ports;
  /** PEM files, for scripted servers too. */
  certificates: Certificates['files'];
}

const postfixes = ['postfix', 'postfix-receiving'].map(postfixFiles);

/** Started servers; disposing stops them and removes every file. */
export type RunningServers = RealServers & AsyncDisposable;

/** Starts both on free ports, with certificates and mailboxes of their own, and those of `more` beside the usual users. Gone when this process is, however it ends. */
export async function startRealServers(more: readonly MailUser[] = []): Promise<RunningServers> {
  const dir = await mkdtemp(join(tmpdir(), 'mailprobe-'));
  const running = new AsyncDisposableStack();
  running.defer(stopperOf(dir));
  try {
    // Dovecot's and the mail users' own processes must get through.
    await chmod(dir, 0o755);
    const [ports, certificates] = await Promise.all([
      freePorts(),
      makeCertificates(join(dir, 'certificates')),
    ]);
    await Promise.all([
      startDovecot(dir, ports, certificates, [...users, ...fateUsers, ...more]),
      startPostfix(dir, sendingPostfix(dir, ports, certificates)),
      startPostfix(dir, receivingPostfix(dir, ports)),
      startPolicyServer(ports.policy).then((server) => running.use(server)),
    ]);
    await Promise.all(Object.values(ports).map((port: number) => answers(port)));
    return {
      ca: certificates.ca,
      ports,
      certificates: certificates.files,
      [Symbol.asyncDispose]: () => running.disposeAsync(),
    };
  } catch (error) {
    const logs = await Promise.all([dovecotFiles, ...postfixes].map(({ log }) => lastLines(join(dir, log))));
    await running.disposeAsync();
    throw new Error(`The mail servers did not start.\n${logs.join('\n')}`, { cause: error });
  }
}

/** A process of its own does the stopping: it also sees this one killed. */
function stopperOf(dir: string): () => Promise<void> {
  const pidFiles = [dovecotFiles, ...postfixes].map(({ pid }) => `"${join(dir, pid)}"`).join(' ');
  const guard = guardAsRoot(`
    cat > /dev/null
    pids=$(cat ${pidFiles} 2> /dev/null)
    # A zombie has no exe: it is dead, whenever its parent takes note.
    alive() { for pid in $pids; do test -e /proc/$pid/exe && return 0; done; return 1; }
    kill $pids
    for wait in $(seq 150); do alive || break; sleep 0.02; done
    alive && kill -9 $pids
    rm -rf "${dir}"
  `);
  const gone = once(guard, 'exit');
  return async () => {
    guard.ref();
    guard.stdin?.end();
    await gone;
  };
}

async function answers(port: number): Promise<void> {
  for (const deadline = Date.now() + 10_000; ; await sleep(20)) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    } finally {
      socket.destroy();
    }
  }
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').slice(-20).join('\n');
}
