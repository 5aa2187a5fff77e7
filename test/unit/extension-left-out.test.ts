import { expect, test } from 'vitest';
import { leftOut } from '../../extension/accounts-list/left-out.ts';

const names = new Map(
  ['Support', 'Sales', 'Office', 'Invoices', 'Ada'].map((name, at) => [String(at), name]),
);
const locked = 'The vault is locked: type its passphrase.';
const each = (reason: string, ...ids: string[]) => ids.map((accountId) => ({ accountId, reason }));

test('accounts that a test left out share the reason that holds for all of them', () => {
  expect(leftOut(each(locked, '0', '1'), names)).toBe(
    'Support, Sales (The vault is locked: type its passphrase)',
  );
  const two = [...each(locked, '0', '1', '2', '3', '9'), ...each('It is guarded.', '4')];
  expect(leftOut(two, names)).toBe(
    'Support, Sales, Office and 2 more (The vault is locked: type its passphrase); Ada (It is guarded)',
  );
});
