import { Secret } from '../../secret.ts';

/** The line a store keeps: `v1.<binding>.<base64url(password)>`, at most 1,413 characters (a Windows credential holds 2,560 bytes). */
export function writeItem(binding: string, secret: Secret): string {
  return `v1.${binding}.${Buffer.from(secret.open(), 'utf8').toString('base64url')}`;
}

/** The password, if the line is whole and was written for this binding. */
export function readItem(line: string, binding: string): Secret | undefined {
  const [version, written, encoded, ...rest] = line.split('.');
  if (version !== 'v1' || written !== binding || encoded === undefined || rest.length > 0) return undefined;
  const bytes = Buffer.from(encoded, 'base64url');
  // Buffer skips what is not base64url: only a line that we could have written is read.
  if (bytes.toString('base64url') !== encoded) return undefined;
  try {
    return new Secret(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
