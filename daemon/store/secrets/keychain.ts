import { type Ask, type CanaryMemory, plantCanary, proveUnlocked } from './keychain-canary.ts';
import { keychainProcess } from './keychain-process.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { patience, within } from './patience.ts';
import type { Access, SecretStore, StoreResult } from './secret-store.ts';
import { opensSilently } from './silent-keychain.ts';
import { settle, StoreProblem } from './store-problem.ts';
import { texts } from '../texts.ts';

export interface KeychainOptions {
  installId: string;
  canaryMemory: CanaryMemory;
  /** For tests. */
  program?: URL;
  env?: NodeJS.ProcessEnv;
  limits?: Partial<KeychainLimits>;
}

interface KeychainLimits {
  deadlineMs: number;
  /** Instead of it while a person may see a prompt. */
  promptMs: number;
  /** For so long a refusal is repeated without asking, unless a person asks. */
  refusalMs: number;
  idleMs: number;
}

const usual: KeychainLimits = { deadlineMs: 10_000, promptMs: 60_000, refusalMs: 30_000, idleMs: 60_000 };

/** The keychain of the system by keytar, in a process of its own. It is not asked before the first call. */
export function keychain({ installId, canaryMemory, ...options }: KeychainOptions): SecretStore {
  // The dot: no account's id has one.
  const canary = { name: `${installId}/.canary`, memory: canaryMemory };
  const limits = { ...usual, ...options.limits };
  const program = options.program ?? new URL('keychain-child.ts', import.meta.url);
  const env = options.env ?? process.env;
  const child = keychainProcess({ program, env, idleMs: limits.idleMs });
  const inTurn = oneAtATime();
  let answered = false;
  let refusal: { problem: StoreProblem; at: number } | undefined;

  /** The deadline counts from here, so also while others are asked before. */
  async function run<T>(job: (ask: Ask) => Promise<T>, access: Access = {}): Promise<StoreResult<T>> {
    const arrived = performance.now();
    using limit = patience(access.userAct ? limits.promptMs : limits.deadlineMs, access.signal);
    const turn = async () => {
      limit.signal.throwIfAborted();
      // What was refused while a person waited for the turn was refused to the person too: no second prompt.
      const since = access.userAct ? arrived : performance.now() - limits.refusalMs;
      if (refusal && refusal.at >= since) throw refusal.problem;
      // Not a refusal of the keychain: a person who asks next is not told so.
      if (access.silent && !(await opensSilently(env, answered)))
        throw new StoreProblem('locked', texts.keychainUnasked);
      limit.signal.throwIfAborted();
      try {
        const result = await job((request) => child.ask(request, limit.signal));
        refusal = undefined;
        answered = true;
        return result;
      } catch (error) {
        answered = false;
        if (error instanceof StoreProblem && !access.signal?.aborted) {
          refusal = { problem: error, at: performance.now() };
        }
        throw error;
      }
    };
    return await settle(() => within(limit.signal, inTurn(turn)));
  }

  return {
    backend: 'keychain',
    async state(access) {
      const proved = await run((ask) => proveUnlocked(ask, canary), access);
      return 'trouble' in proved ? proved.trouble : { state: 'ready', sentence: texts.keychainReady };
    },
    get: (name, access) =>
      run(async (ask) => {
        const value = await ask({ verb: 'get', name });
        if (typeof value === 'string') return value;
        await proveUnlocked(ask, canary);
        return undefined;
      }, access),
    set: (name, value, access) =>
      run(async (ask) => {
        await ask({ verb: 'set', name, value });
        // It is open now: also the moment to write the canary anew, if the keychain was emptied.
        await plantCanary(ask, canary);
        return undefined;
      }, access),
    delete: (name, access) =>
      run(async (ask) => {
        const was = (await ask({ verb: 'delete', name })) === true;
        if (!was) await proveUnlocked(ask, canary);
        return was;
      }, access),
    async names() {
      return { value: undefined };
    },
    async close() {
      child.end();
    },
  };
}
