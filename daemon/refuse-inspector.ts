import inspector from 'node:inspector';
import { StartTrouble } from './start-trouble.ts';

/**
 * A debugger could read every password of the process (security §4): throws StartTrouble when one was asked for, and
 * takes from SIGUSR1 its power to open one later.
 */
export function refuseInspector({ execArgv, env }: Pick<NodeJS.Process, 'execArgv' | 'env'>): void {
  const asked = [...execArgv, ...(env['NODE_OPTIONS'] ?? '').split(/\s+/)];
  if (inspector.url() !== undefined || asked.some((word) => /^["']?--(?:inspect|debug)/.test(word))) {
    throw new StartTrouble(
      'Mailprobe does not start under a debugger (--inspect): it could read every password. Start without it.',
    );
  }
  if (process.platform === 'win32' || process.listeners('SIGUSR1').includes(doNothing)) return;
  process.on('SIGUSR1', doNothing);
}

// Node opens its inspector at this signal unless somebody else listens.
function doNothing(): void {}
