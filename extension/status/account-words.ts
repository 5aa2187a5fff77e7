import type { Account } from '../../shared/account.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { isolated } from '../isolated.ts';

/** An account by what tells it from the others: name, type and server. */
export function accountWords({ name, connection }: Account): string {
  const { type, server, port } = connection;
  return `${isolated(visibleText(name, 128))} · ${type.toUpperCase()} · ${visibleText(server, 253)}:${port}`;
}
