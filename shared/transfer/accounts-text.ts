import type { Account } from '../account.ts';
import { type Column, columnNames } from './column.ts';
import { csvText } from './csv-cells.ts';
import { shieldedText } from './shield.ts';

export const formats = ['csv', 'json'] as const;
export type Format = (typeof formats)[number];

/** These accounts as a file of them holds them: no password, not even whether there is one, and no confirmation. */
export function accountsText(accounts: readonly Account[], format: Format): string {
  if (format === 'json')
    return `${JSON.stringify({ mailprobe: 1, accounts: accounts.map(valuesOf) }, undefined, 2)}\n`;
  const lines = accounts.map((account) => {
    const values = valuesOf(account);
    return columnNames.map((name) => shieldedText(String(values[name] ?? '')));
  });
  return csvText([columnNames, ...lines]);
}

/** The bytes of a file: CSV begins with a mark, for spreadsheets take it for UTF-8 only then. */
export function fileText(text: string, format: Format): string {
  return format === 'csv' ? `\uFEFF${text}` : text;
}

function valuesOf({ id, name, label, active, connection }: Account) {
  const { type, server, username, debug, from, port, ssl, tls, insecure, pin } = connection;
  return {
    id,
    name,
    type,
    server,
    username,
    label,
    active,
    debug,
    ...(type === 'smtp' && from !== undefined ? { from } : {}),
    port,
    ssl,
    tls,
    insecure,
    pin,
  } satisfies { [Name in Column]?: unknown };
}
