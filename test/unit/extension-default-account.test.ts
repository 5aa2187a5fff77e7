import { expect, test } from 'vitest';
import { losesActive, losesDeleted, losesType } from '../../extension/accounts/default-account.ts';
import type { PropertyValues } from '../../shared/properties.ts';
import { idOf } from './extension-account-examples.ts';

const id = idOf('Support');
const values: PropertyValues = {
  'default.email.account.send': '',
  'default.email.account.receive': id,
  'simple.email.smtp.active': true,
  'simple.email.read.active': true,
  'simple.email.test.user': [],
  'mailprobe.test.every': 0,
  'mailprobe.log.keep.days': 90,
  'mailprobe.log.keep.records': 1_000_000,
};

test('a default account of another type is said to lose its place, before it is saved', () => {
  expect(losesType(values, id, 'smtp')).toBe(
    'default.email.account.receive names this account: saved as SMTP, it is set back to empty.',
  );
  expect(losesType(values, id, 'pop3')).toBeUndefined();
});

test('so is one that is made inactive, and one that is to be deleted', () => {
  expect(losesActive(values, id)).toContain('saved as inactive');
  expect(losesDeleted(values, id).detail).toContain('default.email.account.receive');
});

test.each([
  ['an account that nothing names', values, idOf('Other')],
  ['an account while the properties are not known', undefined, id],
] as const)('%s loses nothing', (_what, known, id) => {
  expect(losesType(known, id, 'smtp')).toBeUndefined();
  expect(losesActive(known, id)).toBeUndefined();
});

test('before one is deleted it is told that nothing names it by silence, and that it is not known in words', () => {
  expect(losesDeleted(values, idOf('Other'))).toEqual({});
  expect(losesDeleted(undefined, id).detail).toContain('did not say whether a property names');
});

test('a new account loses nothing', () => {
  expect(losesType(values, undefined, 'smtp')).toBeUndefined();
});
