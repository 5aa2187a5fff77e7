import { expect, test } from 'vitest';
import { losesActive, losesDeleted, losesType } from '../../extension/accounts/default-account.ts';
import type { PropertyValues } from '../../shared/properties.ts';
import { example, idOf } from './extension-account-examples.ts';

const { account: support } = example('Support');
const { id } = support;
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
  expect(losesType(values, support, 'smtp')).toBe(
    'default.email.account.receive names this account: saved as SMTP, it is set back to empty.',
  );
  expect(losesType(values, support, 'pop3')).toBeUndefined();
});

test('so is one that is made inactive, and one that is to be deleted', () => {
  expect(losesActive(values, support)).toContain('saved as inactive');
  expect(losesDeleted(values, id).detail).toContain('default.email.account.receive');
});

test('an account that nothing names loses nothing', () => {
  const other = { ...support, id: idOf('Other') };
  expect(losesType(values, other, 'smtp')).toBeUndefined();
  expect(losesActive(values, other)).toBeUndefined();
  expect(losesDeleted(values, other.id)).toEqual({});
});

test('while the properties are not known, what an account could lose is said', () => {
  const may = 'If a system property names this account as the default, that property is set back to empty.';
  expect(losesType(undefined, support, 'smtp')).toBe(may);
  expect(losesType(undefined, support, 'pop3')).toBeUndefined();
  expect(losesActive(undefined, support)).toBe(may);
  expect(losesActive(undefined, { ...support, active: false })).toBeUndefined();
  expect(losesDeleted(undefined, id).detail).toBe(may);
});

test('a new account loses nothing', () => {
  expect(losesType(values, undefined, 'smtp')).toBeUndefined();
});
