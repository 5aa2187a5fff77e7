import type { SQLInputValue } from 'node:sqlite';
import { Account } from '../../shared/account.ts';
import { type Row, parsedRow } from './rows.ts';
import { texts } from './texts.ts';

/** All but the id, where the password is kept, and the count of changes. */
export const accountColumns = [
  'name',
  'label',
  'active',
  'type',
  'server',
  'port',
  'username',
  'sender',
  'ssl',
  'tls',
  'insecure',
  'debug',
  'allow_plain',
  'allow_address',
  'pin',
] as const;

export function accountRow({ id, name, label, active, connection }: Account) {
  const { type, server, port, username, from, pin } = connection;
  return {
    id: BigInt(id),
    name,
    label,
    active: Number(active),
    type,
    server,
    port,
    username,
    sender: from ?? null,
    ssl: Number(connection.ssl),
    tls: Number(connection.tls),
    insecure: Number(connection.insecure),
    debug: Number(connection.debug),
    allow_plain: Number(connection.allowPlain),
    allow_address: Number(connection.allowAddress),
    pin,
  } satisfies Record<(typeof accountColumns)[number] | 'id', SQLInputValue>;
}

/** Throws StoreError `database_damaged`. */
export function accountOf(row: Row): Account {
  const { id } = row;
  return parsedRow(Account, valueOf(row), () => texts.accountChanged(String(id)));
}

/** Undefined when it is not what we once wrote. */
export function readAccount(row: Row): Account | undefined {
  return Account.safeParse(valueOf(row)).data;
}

function valueOf(row: Row): unknown {
  const { id, name, label, type, server, port, username, sender, pin } = row;
  const connection = {
    type,
    server,
    port,
    username,
    ...(sender === null ? {} : { from: sender }),
    ssl: row['ssl'] === 1,
    tls: row['tls'] === 1,
    insecure: row['insecure'] === 1,
    debug: row['debug'] === 1,
    allowPlain: row['allow_plain'] === 1,
    allowAddress: row['allow_address'] === 1,
    pin,
  };
  return {
    id,
    name,
    label,
    active: row['active'] === 1,
    hasPassword: row['kept_in'] !== null && row['kept_in'] !== 'lost',
    revision: row['revision'],
    connection,
  };
}
