import { resolve } from 'node:path';
import { usualDataDirectory } from '../../store/usual-data-directory.ts';
import { UsageError } from '../usage-error.ts';
import { wholeNumber } from './whole-number.ts';

/** Where the daemon is looked for, and how the answer is written. */
export const daemonOptions = {
  'data-dir': { type: 'string' },
  port: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** The same where `--port` is the mail server's. */
export const daemonOptionsWithoutPort = {
  'data-dir': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** A daemon by what it serves. Without `port` it is the one it said itself, or the usual one. */
export interface DaemonPlace {
  readonly directory: string;
  readonly port: number | undefined;
}

/** The place that the options name; nothing is looked up or made. Throws UsageError. */
export function daemonPlace(values: {
  'data-dir'?: string | undefined;
  port?: string | undefined;
}): DaemonPlace {
  const directory = values['data-dir'];
  if (directory === '') throw new UsageError('--data-dir: is empty; name the folder of the daemon.');
  return {
    directory: resolve(directory ?? usualDataDirectory()),
    port: values.port === undefined ? undefined : portNumber(values.port),
  };
}

function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port >= 1 && port <= 65_535) return port;
  throw new UsageError('--port: is a number from 1 to 65535, the one that the daemon listens on.');
}
