import type { ConnectionSettings } from '../../shared/account.ts';
import { securityOf } from '../../shared/security.ts';
import { titleOf } from '../../shared/explanation/title.ts';
import type { Failure } from '../../shared/failure.ts';

/** The cause in one line, in the words that fit the account. Why and what to do stand in `explain`, which is far larger. */
export function causeTitle(failure: Failure, connection: ConnectionSettings): string {
  const { type, server, port } = connection;
  const { detail, reply } = failure;
  return titleOf(failure.kind, { type, server, port, security: securityOf(connection), detail, reply });
}
