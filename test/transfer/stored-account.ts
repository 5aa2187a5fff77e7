import type { Account, ConnectionSettings } from '../../shared/account.ts';
import { imapConnection } from '../store/examples.ts';

/** An account as it is stored, with what a test says of it. */
export function storedAccount(
  id: string,
  {
    connection = {},
    ...more
  }: Partial<Omit<Account, 'connection'>> & { connection?: Partial<ConnectionSettings> } = {},
): Account {
  return {
    id,
    name: 'Work',
    label: '',
    active: true,
    hasPassword: true,
    revision: 1,
    ...more,
    connection: { ...imapConnection, ...connection },
  };
}

/** The bytes of a file with these lines. */
export function fileOf(...lines: string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\n'));
}
