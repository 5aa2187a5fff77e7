import type { AccountForm } from '../../../shared/account.ts';
import { UsageError } from '../usage-error.ts';
import { checkedForm } from './account-form.ts';
import { attempts } from './attempts.ts';
import { connectionArguments } from './connection-arguments.ts';
import type { ConnectionValues } from './connection-options.ts';

interface AddValues extends ConnectionValues {
  name?: string | undefined;
  label?: string | undefined;
  'allow-plain': boolean;
  'allow-address': boolean;
  inactive: boolean;
}

/** The account that the options describe. Throws UsageError with everything that is wrong. */
export function addArguments(values: AddValues): AccountForm {
  const checks = attempts();
  const connection = connectionArguments(values, checks);
  const form = checks.attempt(() =>
    checkedForm({
      name: values.name ?? '',
      label: values.label ?? '',
      active: !values.inactive,
      // A stand-in keeps the sentences of a wrong connection from being told twice.
      connection: connection?.settings ?? standIn,
    }),
  );
  checks.attempt(() => refuseUnconfirmed(values));
  checks.settle();
  if (!form) throw new UsageError('The options describe no account.');
  // What a test's own typing confirms is stored only when it was said for the account.
  return { ...form, connection: { ...form.connection, allowAddress: values['allow-address'] } };
}

/** Contract §1: plain text is saved only after an explicit confirmation. */
function refuseUnconfirmed(values: AddValues): void {
  if (values.plain && !values['allow-plain']) throw new UsageError(plainNeedsConsent);
}

export const plainNeedsConsent =
  '--plain: others on the way can read the password at every test. Add --allow-plain to confirm, or use --ssl or --tls.';

const standIn = { type: 'imap', server: 'localhost', port: 993, username: 'nobody', ssl: true } as const;
