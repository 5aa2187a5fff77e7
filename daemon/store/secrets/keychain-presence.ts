import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { busAnswer } from './bus-answer.ts';
import { keychainProcess } from './keychain-process.ts';
import { patience } from './patience.ts';
import { StoreProblem } from './store-problem.ts';

const deadlineMs = 2_000;
const service = 'org.freedesktop.secrets';

/** `found` is undefined when the look was cut short, which says nothing of the keychain; `reason` is a sentence. */
export type KeychainPresence = { found: true } | { found: false | undefined; reason: string };

/** Whether a keychain is there, without asking it for anything: no prompt can appear. The program is another in tests. */
export async function keychainPresence(
  env: NodeJS.ProcessEnv,
  program = new URL('keychain-child.ts', import.meta.url),
): Promise<KeychainPresence> {
  const first = await bindingProblem(env, program);
  // Whatever ended it may have been meant for others.
  const problem = first?.state === 'crashed' ? await bindingProblem(env, program) : first;
  if (problem) return { found: isCutShort(problem) ? undefined : false, reason: problem.message };
  const reason = process.platform === 'linux' ? await busProblem(env) : undefined;
  return reason === undefined ? { found: true } : { found: false, reason };
}

function isCutShort({ state }: StoreProblem): boolean {
  return state === 'crashed' || state === 'timeout';
}

async function bindingProblem(env: NodeJS.ProcessEnv, program: URL): Promise<StoreProblem | undefined> {
  const child = keychainProcess({ program, env, idleMs: deadlineMs });
  using limit = patience(5 * deadlineMs, undefined);
  try {
    await child.ask({ verb: 'load' }, limit.signal);
    return undefined;
  } catch (error) {
    if (error instanceof StoreProblem) return error;
    throw error;
  } finally {
    child.end();
  }
}

/** Asks the session's bus for the names it has or can start; the Secret Service itself is not called. */
async function busProblem(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  // Without an address the tools might start a bus of their own.
  const socket = env['XDG_RUNTIME_DIR'] && join(env['XDG_RUNTIME_DIR'], 'bus');
  if (!env['DBUS_SESSION_BUS_ADDRESS'] && !(socket && existsSync(socket))) return noBus;
  const lists = await Promise.all(
    ['ListNames', 'ListActivatableNames'].map((method) => busNames(method, env)),
  );
  if (lists.every((names) => names === undefined)) return silentBus;
  return lists.some((names) => names?.includes(service)) ? undefined : noService;
}

function busNames(method: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const bus = 'org.freedesktop.DBus';
  return busAnswer({ service: bus, path: '/org/freedesktop/DBus', interface: bus, method }, env);
}

const noBus = 'Mailprobe was started outside a desktop session (no D-Bus).';
const silentBus = 'The bus of this session (D-Bus) does not answer.';
const noService = 'This session has no keychain service, such as GNOME Keyring or KWallet.';
