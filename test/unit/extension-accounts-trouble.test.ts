import { expect, test, vi } from 'vitest';
import { accounts, accountsTrouble, loadAccounts } from '../../extension/state/accounts.ts';
import { tellChange } from '../../extension/state/changes.ts';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import { Refused } from '../../shared/refusal.ts';
import { example } from './extension-account-examples.ts';

const asked = vi.hoisted(() => vi.fn<() => Promise<object>>());
vi.mock(import('../../extension/state/call.ts'), () => ({ call: asked }) as never);

/** What was asked for a moment ago is asked for after a pause. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 300));
const refused = new Refused({ kind: 'internal', message: 'The row is damaged.' });

test('accounts that the companion refuses to read say why, until they can be read', async () => {
  await pause();
  asked.mockRejectedValueOnce(refused);
  tellChange('accounts');
  await vi.waitFor(() => expect(accountsTrouble.value).toBe('The row is damaged.'));

  await pause();
  asked.mockResolvedValueOnce({ accounts: [example('Sales')] });
  await loadAccounts();
  expect(accountsTrouble.value).toBe('');
  expect(accounts.value).toHaveLength(1);
});

test('a companion that is busy is told as well, and the accounts that were read stay', async () => {
  await pause();
  asked.mockResolvedValueOnce({ accounts: [example('Sales')] });
  await loadAccounts();
  await pause();
  asked.mockRejectedValueOnce(new ConnectionTrouble('busy'));
  await loadAccounts();
  expect(accountsTrouble.value).toBe(new ConnectionTrouble('busy').message);
  expect(accounts.value).toHaveLength(1);
});

test('a companion that is gone is told by the connection alone', async () => {
  await pause();
  asked.mockRejectedValueOnce(new ConnectionTrouble('unreachable'));
  await loadAccounts();
  expect(asked).toHaveBeenCalled();
  expect(accountsTrouble.value).toBe('');
});
