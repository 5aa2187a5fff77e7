import type { AccountForm } from '../account.ts';
import type { DaemonClient } from '../daemon-client.ts';
import type { PropertyName } from '../properties.ts';
import type { TestedAccount } from '../tested-account.ts';
import type { Asked, RowPlan, Writing } from './preview.ts';

/** Would an import write this row? */
export function isWriting(plan: RowPlan): plan is Writing {
  return plan.what === 'new' || plan.what === 'changes';
}

/** Has a person confirmed all that this row needs? */
export function isConfirmed({ asked }: Writing, confirmed: Asked): boolean {
  return (!asked.plain || confirmed.plain) && (!asked.address || confirmed.address);
}

/**
 * Writes one row. A change is refused with `conflict` when the account is no longer the one of the preview. Throws what
 * `call` throws; a row that was not confirmed is refused by the daemon.
 */
export async function importRow(
  plan: Writing,
  confirmed: Asked,
  { call }: Pick<DaemonClient, 'call'>,
): Promise<TestedAccount & { resets: readonly PropertyName[] }> {
  const account = withConfirmed(plan, confirmed);
  if (plan.what === 'new') {
    return { ...(await call('accountsCreate', { account, withoutPassword: true })), resets: [] };
  }
  const { id, revision } = plan.account;
  const forgets = plan.losesPassword ? ({ forgetPassword: true } as const) : {};
  return call('accountsChange', { id, account, revision, ...forgets });
}

function withConfirmed({ form, asked }: Writing, confirmed: Asked): AccountForm {
  const { connection } = form;
  return {
    ...form,
    connection: {
      ...connection,
      allowPlain: connection.allowPlain || (asked.plain && confirmed.plain),
      allowAddress: connection.allowAddress || (asked.address && confirmed.address),
    },
  };
}
