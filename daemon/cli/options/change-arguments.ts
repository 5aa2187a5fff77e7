import {
  type AccountForm,
  type ConnectionSettings,
  defaultPort,
  securityOf,
} from '../../../shared/account.ts';
import { UsageError } from '../usage-error.ts';
import { checkedForm } from './account-form.ts';
import { accountType } from './account-type.ts';
import { plainNeedsConsent } from './add-arguments.ts';
import type { ConnectionValues } from './connection-options.ts';
import { chooseSecurity } from './security.ts';
import { wholeNumber } from './whole-number.ts';

export interface ChangeValues extends ConnectionValues {
  name?: string | undefined;
  label?: string | undefined;
  'allow-plain': boolean;
  'allow-address': boolean;
  inactive: boolean;
  active: boolean;
  'no-debug': boolean;
  'no-insecure': boolean;
  'no-pin': boolean;
}

const opposites = [
  ['active', 'inactive'],
  ['debug', 'no-debug'],
  ['insecure', 'no-insecure'],
] as const;

/** The account as it is, with what the options say changed in it. Throws UsageError. */
export function changeArguments(before: AccountForm, values: ChangeValues): AccountForm {
  refuseOpposites(values);
  const connection = changedConnection(before.connection, values);
  if (securityOf(connection) === 'plain' && !connection.allowPlain) throw new UsageError(plainNeedsConsent);
  return checkedForm({
    name: values.name ?? before.name,
    label: values.label ?? before.label,
    active: switched(before.active, values.active, values.inactive),
    connection,
  });
}

/** No option changes anything but the password. */
export function changesNothing(before: AccountForm, after: AccountForm): boolean {
  return JSON.stringify(checkedForm(before)) === JSON.stringify(after);
}

function changedConnection(before: ConnectionSettings, values: ChangeValues): ConnectionSettings {
  const type = values.type === undefined ? before.type : accountType(values.type);
  const named = values.ssl || values.tls || values.plain;
  const security = named ? chooseSecurity(values, undefined) : securityOf(before);
  const server = values.server ?? before.server;
  const port = changedPort(before, values, defaultPort(type, security));
  const moved = server !== before.server || port !== before.port;
  const { from: _from, ...kept } = before;
  const from = values.from ?? before.from;
  return {
    ...kept,
    type,
    server,
    port,
    username: values.user ?? before.username,
    ...(type === 'smtp' && from !== undefined ? { from } : {}),
    ssl: security === 'ssl',
    tls: security === 'tls',
    insecure: switched(before.insecure, values.insecure, values['no-insecure']),
    debug: switched(before.debug, values.debug, values['no-debug']),
    pin: values['no-pin'] ? '' : (values.pin?.replace(/^sha256\/\/?/, '') ?? before.pin),
    // Contract §1: what was confirmed was confirmed for that server and port.
    allowPlain: security === 'plain' && (values['allow-plain'] || (before.allowPlain && !moved)),
    allowAddress: values['allow-address'] || (before.allowAddress && !moved),
  };
}

/** A port that was the usual one stays the usual one when type or security change. */
function changedPort(before: ConnectionSettings, values: ChangeValues, usual: number): number {
  if (values.port !== undefined) {
    const port = wholeNumber(values.port);
    return Number.isNaN(port) ? 0 : port;
  }
  return before.port === defaultPort(before.type, securityOf(before)) ? usual : before.port;
}

function switched(before: boolean, on: boolean, off: boolean): boolean {
  return on || (before && !off);
}

function refuseOpposites(values: ChangeValues): void {
  for (const [on, off] of opposites) {
    if (values[on] && values[off]) throw new UsageError(`--${on} and --${off}: give only one.`);
  }
  if (values.pin !== undefined && values['no-pin'])
    throw new UsageError('--pin and --no-pin: give only one.');
}
