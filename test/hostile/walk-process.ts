import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Order, Report } from './walk-child.ts';

/** A process of its own that walks on order: its memory is the engine's alone, its crash a failure. */
export interface WalkProcess extends AsyncDisposable {
  run(order: Order): Promise<Report>;
}

export function walkProcess(): WalkProcess {
  const child: ChildProcess = fork(fileURLToPath(new URL('walk-child.ts', import.meta.url)), {
    execArgv: [],
  });
  const crashed = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`The walking process ended: ${String(code ?? signal)}`);
  });
  crashed.catch(() => undefined);
  return {
    async run(order) {
      const answer = once(child, 'message').then(([report]) => report as Report);
      child.send(order);
      return Promise.race([answer, crashed]);
    },
    async [Symbol.asyncDispose]() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}
