import { type ConnectionSettings, type Security, defaultPort } from '../../../shared/account.ts';
import { accountType } from './account-type.ts';
import type { Attempts } from './attempts.ts';
import type { ConnectionValues } from './connection-options.ts';
import { connectionSettings } from './connection-settings.ts';
import { refuseIdleOptions } from './idle-options.ts';
import { chooseSecurity } from './security.ts';
import { wholeNumber } from './whole-number.ts';

/** A connection as the person described it. */
export interface ConnectionArguments {
  settings: ConnectionSettings;
  security: Security;
  /** Nobody typed a port: the usual one was taken. */
  portTaken: boolean;
}

/** Checks the options of a connection; undefined when a sentence was kept. */
export function connectionArguments(
  values: ConnectionValues & { ca?: string | undefined },
  { attempt }: Attempts,
): ConnectionArguments | undefined {
  const type = attempt(() => accountType(values.type));
  const typedPort = values.port === undefined ? undefined : wholeNumber(values.port);
  const security = attempt(() => chooseSecurity(values, typedPort));
  attempt(() => refuseIdleOptions(values, type, security));
  const settings = attempt(() =>
    connectionSettings(values, {
      type: type ?? 'imap',
      security: security ?? 'ssl',
      port: typedPort ?? defaultPort(type ?? 'imap', security ?? 'ssl'),
    }),
  );
  if (!type || !security || !settings) return undefined;
  return { settings, security, portTaken: typedPort === undefined };
}
