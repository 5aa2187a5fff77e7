import { type ChildProcess, fork } from 'node:child_process';
import { keychainProblem } from './keychain-problem.ts';
import type { KeychainReply, KeychainRequest } from './keychain-request.ts';
import { StoreProblem } from './store-problem.ts';
import { texts } from '../texts.ts';

export interface KeychainProcessOptions {
  /** The program of the child. */
  program: URL;
  env: NodeJS.ProcessEnv;
  /** An unused child is ended after this time: it holds 40 MB. */
  idleMs: number;
}

/** The child process with keytar in it: started when needed, ended when it does not answer, started afresh after that. */
export interface KeychainProcess {
  /** One at a time. Rejects with a `StoreProblem`, the one that is the reason of `limit` when that aborts. */
  ask(request: KeychainRequest, limit: AbortSignal): Promise<string | boolean | null>;
  end(): void;
}

export function keychainProcess({ program, env, idleMs }: KeychainProcessOptions): KeychainProcess {
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;

  function end(): void {
    clearTimeout(idle);
    // Nothing else ends it for sure: a plain exit waits for the call that hangs.
    child?.kill('SIGKILL');
    child = undefined;
  }

  async function ask(request: KeychainRequest, limit: AbortSignal): Promise<string | boolean | null> {
    clearTimeout(idle);
    const asked = child ?? start(program, env);
    if (!child) {
      child = asked;
      // Also when it dies without having been asked.
      asked.once('exit', () => {
        if (child === asked) child = undefined;
      });
    }
    try {
      const reply = await replyOf(asked, request, limit);
      if ('error' in reply) throw keychainProblem(reply);
      idle = setTimeout(end, idleMs).unref();
      return reply.value;
    } catch (error) {
      // libsecret keeps sessions that are stale after an error; a new process has none.
      end();
      throw error;
    }
  }
  return { ask, end };
}

function start(program: URL, env: NodeJS.ProcessEnv): ChildProcess {
  // No inspector can be opened by a signal, and none by the daemon's own options.
  const child = fork(program, [], {
    env: { ...env, NODE_OPTIONS: '' },
    execArgv: ['--disable-sigusr1'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // A Ctrl-C goes to the whole group of the terminal: it is the daemon that ends, and then its child by it.
    // On Windows it would open a window instead.
    detached: process.platform !== 'win32',
  });
  // What a child that was killed still says of itself is nobody's error.
  child.on('error', () => undefined);
  // The child alone keeps nobody running.
  child.unref();
  child.channel?.unref();
  return child;
}

function replyOf(child: ChildProcess, request: KeychainRequest, limit: AbortSignal): Promise<KeychainReply> {
  return new Promise((resolve, reject) => {
    const crash = () => settle(() => reject(new StoreProblem('crashed', texts.keychainCrashed)));
    const give = (reply: unknown) => settle(() => resolve(reply as KeychainReply));
    const stop = () => settle(() => reject(limit.reason as StoreProblem));
    const settle = (how: () => void) => {
      child.off('message', give).off('exit', crash).off('error', crash);
      limit.removeEventListener('abort', stop);
      how();
    };
    child.once('message', give).once('exit', crash).once('error', crash);
    limit.addEventListener('abort', stop);
    child.send(request, (error) => {
      if (error) crash();
    });
  });
}
