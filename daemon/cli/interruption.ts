import { exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** One keypress arrives twice when a parent process (npm, the launcher) passes the signal on as well. */
const sameKeypressMs = 200;

/**
 * A signal that aborts when the person presses Ctrl-C, the process is asked to end, or nobody reads the
 * output any more. A second Ctrl-C ends the process at once, by `end`. Stays in force until the process ends.
 */
export function interruption(
  { stdout }: Terminal,
  end = (): void => process.exit(exitCode.failed),
): AbortSignal {
  const controller = new AbortController();
  let firstAt: number | undefined;
  const onSignal = (): void => {
    const now = performance.now();
    if (firstAt !== undefined && now - firstAt > sameKeypressMs) end();
    firstAt ??= now;
    controller.abort(new Error('Cancelled.'));
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  stdout.on('error', () => controller.abort(new Error('Nobody reads the output.')));
  return controller.signal;
}
