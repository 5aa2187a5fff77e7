import type * as z from 'zod/mini';
import { type Refusal, Refused } from '../../shared/refusal.ts';
import type { OperationalLog } from '../operational-log.ts';
import { errorPlaces } from '../error-places.ts';
import { Unfit } from './fitting.ts';

/** What a request that failed is told. Whatever no service refused is a mistake of ours: noted, and told without its words. */
export function refusalOf(error: unknown, path: string, log: OperationalLog): Refusal {
  if (error instanceof Refused) return error.refusal;
  const unfit = error instanceof Unfit ? { fields: error.fields } : {};
  log.error({ path, ...unfit, ...errorPlaces(error) }, 'request failed');
  return {
    kind: 'internal',
    message:
      'Mailprobe itself failed; this is a mistake in Mailprobe. daemon.log in the data directory says where.',
  };
}

/** Each broken rule by the dotted path of its field; the sentences are the schema's own and repeat no value. */
export function invalidBody({ issues }: z.core.$ZodError): Refused {
  const fields: Record<string, string> = {};
  for (const { path, message, ...issue } of issues) {
    const unknownKeys = issue.code === 'unrecognized_keys' ? issue.keys : undefined;
    if (!unknownKeys) fields[path.join('.')] ??= message;
    for (const key of unknownKeys ?? []) fields[[...path, key].join('.')] ??= 'There is no such field.';
  }
  const sentences = Object.values(fields);
  const [only = ''] = sentences;
  const message = sentences.length === 1 ? only : `${sentences.length} fields are not right.`;
  return new Refused({ kind: 'invalid', message, fields });
}
