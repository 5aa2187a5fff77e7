import { visibleText } from '../../../shared/visible-text.ts';
import { usualPort } from '../client/start-hint.ts';
import { UsageError } from '../usage-error.ts';
import { parseOptions } from './parse-options.ts';

/** What `start` is asked; without `directory` the system's usual place. */
export interface StartArguments {
  port: number;
  directory: string | undefined;
}

const options = { port: { type: 'string' }, 'data-dir': { type: 'string' } } as const;

/** Throws UsageError. */
export function startArguments(args: readonly string[]): StartArguments {
  const { values, positionals } = parseOptions(args, options);
  const [word] = positionals;
  if (word !== undefined) throw new UsageError(`"${visibleText(word, 40)}": start takes options only.`);
  if (values['data-dir'] === '') throw new UsageError('--data-dir: is empty; name a directory.');
  return { port: portNamed(values.port), directory: values['data-dir'] };
}

function portNamed(text: string | undefined): number {
  if (text === undefined) return usualPort;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 1 && port <= 65_535) return port;
  throw new UsageError(`--port: "${visibleText(text, 20)}" is no port; ports are numbers from 1 to 65535.`);
}
