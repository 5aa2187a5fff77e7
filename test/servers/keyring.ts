import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A session bus of its own, with a real gnome-keyring on it unless told otherwise. */
export interface Keyring extends AsyncDisposable {
  /** The environment of a program in this session. */
  env: NodeJS.ProcessEnv;
  lock(): Promise<void>;
  /** Starts the service, with a keyring that is unlocked. */
  start(): Promise<void>;
  /** Kills it, and waits until it is gone. */
  kill(): Promise<void>;
  /** Lets it hang, or go on. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
}

export async function keyring({ service = true }: { service?: boolean } = {}): Promise<Keyring> {
  const home = await mkdtemp(join(tmpdir(), 'keyring-'));
  const path = process.env['PATH'] ?? '';
  const xdg = { XDG_RUNTIME_DIR: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home };
  const bare = { PATH: path, HOME: home, ...xdg, LC_ALL: 'C.UTF-8' };
  await writeFile(join(home, 'bus.conf'), busConfiguration(`unix:path=${home}/bus`));
  const bus = spawn('dbus-daemon', ['--nofork', '--print-address', `--config-file=${home}/bus.conf`], {
    env: bare,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(createInterface(bus.stdout), 'line');
  const env = { ...bare, DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/bus` };
  let daemon: ChildProcess | undefined;

  async function start(): Promise<void> {
    daemon = spawn(
      'gnome-keyring-daemon',
      ['--foreground', '--unlock', '--components=secrets', `--control-directory=${home}`],
      {
        env,
        stdio: ['pipe', 'ignore', 'ignore'],
      },
    );
    daemon.stdin?.end('keyring password');
    for (let tries = 0; !(await hasKeyring(env)); tries++) {
      if (tries > 100) throw new Error('gnome-keyring did not start.');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  if (service) await start();
  return {
    env,
    start,
    async lock() {
      await call(env, 'org.freedesktop.Secret.Service.Lock', `array:objpath:${collection}`);
    },
    async kill() {
      if (!daemon || daemon.signalCode !== null || daemon.exitCode !== null) return;
      const gone = once(daemon, 'exit');
      daemon.kill('SIGKILL');
      await gone;
    },
    signal(signal) {
      daemon?.kill(signal);
    },
    async [Symbol.asyncDispose]() {
      daemon?.kill('SIGKILL');
      bus.kill('SIGKILL');
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Without folders of service files: the bus would start a second keyring behind a test's back. */
function busConfiguration(address: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
    "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`;
}

const collection = '/org/freedesktop/secrets/collection/login';

async function hasKeyring(env: NodeJS.ProcessEnv): Promise<boolean> {
  const reply = await call(env, 'org.freedesktop.Secret.Service.ReadAlias', 'string:default').catch(() => '');
  return reply.includes(collection);
}

async function call(env: NodeJS.ProcessEnv, method: string, argument: string): Promise<string> {
  const to = ['--session', '--print-reply', '--dest=org.freedesktop.secrets', '/org/freedesktop/secrets'];
  const { stdout } = await run('dbus-send', [...to, method, argument], { env });
  return stdout;
}
