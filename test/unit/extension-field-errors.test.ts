import { expect, test } from 'vitest';
import { emptyDraft } from '../../extension/accounts/draft.ts';
import {
  connectionErrors,
  formErrors,
  plainErrors,
  questionIn,
  refusedErrors,
  toldAtOnce,
} from '../../extension/accounts/field-errors.ts';
import { passwordNeed } from '../../extension/accounts/password-need.ts';
import { troubleOf } from '../../extension/accounts/trouble.ts';
import { longestName } from '../../shared/account.ts';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import { Refused } from '../../shared/refusal.ts';

const { draft: empty } = emptyDraft();
const filled = { ...empty, name: 'Support', server: 'imap.example.com', username: 'ada' };
const account = {
  id: '157425284611357796',
  name: 'Support',
  label: '',
  active: true,
  hasPassword: true,
  revision: 1,
  connection: { ...connection(), port: 993 },
};

function connection() {
  const { type, server, username, ssl, tls, insecure, debug, allowPlain, allowAddress, pin } = filled;
  return { type, server, username, ssl, tls, insecure, debug, allowPlain, allowAddress, pin };
}

test('a form that is filled in has no errors', () => {
  expect(formErrors(filled)).toEqual({});
});

test('all that is wrong is said at once, also rules over several fields', () => {
  const errors = formErrors({ ...empty, type: 'smtp', port: 'x', tls: true });
  expect(Object.keys(errors).toSorted()).toEqual(['from', 'name', 'port', 'server', 'tls', 'username']);
  expect(errors.tls).toContain('exclude each other');
});

test('a name that is too long is told while it is typed, one that is missing is not', () => {
  const told = (name: string) => {
    const draft = { ...filled, name };
    return toldAtOnce(formErrors(draft), draft).name;
  };
  expect(told('')).toBeUndefined();
  expect(told('n'.repeat(longestName))).toBeUndefined();
  expect(told('n'.repeat(longestName + 1))).toContain(String(longestName));
});

test('a test does not ask for a name', () => {
  expect(connectionErrors({ ...filled, name: '' })).toEqual({});
});

test('plain text is a question and no error', () => {
  const errors = formErrors({ ...filled, ssl: false });
  expect(questionIn(errors)).toBe('allowPlain');
  expect(plainErrors(errors)).toEqual({});
});

test('a refusal lands at the fields it names, whatever the body is called', () => {
  const fields = {
    'account.connection.port': 'No.',
    'connection.server': 'Never.',
    password: 'Wrong.',
    'x.y': '?',
  };
  expect(refusedErrors({ kind: 'invalid', message: 'm', fields })).toEqual({
    port: 'No.',
    server: 'Never.',
    password: 'Wrong.',
  });
});

test('a refusal without fields is a trouble with what helps', () => {
  const refused = new Refused({ kind: 'secret_trouble', message: 'Locked.', repair: 'unlock' });
  expect(troubleOf(refused, 'Not saved')).toEqual({
    errors: {},
    trouble: { title: 'Not saved', message: 'Locked.', repair: 'unlock' },
  });
});

test('a password that is wanted is told at its field', () => {
  const refused = new Refused({ kind: 'secret_required', message: 'Type it.' });
  expect(troubleOf(refused, 'Not saved')).toEqual({ errors: { password: 'Type it.' } });
});

test('a daemon that is away is told in its own words', () => {
  const away = new ConnectionTrouble('unreachable');
  expect(troubleOf(away, 'Not saved').trouble?.message).toBe(away.message);
});

test('the stored password serves the same endpoint, however it is spelled', () => {
  expect(passwordNeed(filled, account)).toBeUndefined();
  expect(
    passwordNeed({ ...filled, server: 'IMAP.example.com.', name: 'Other', debug: true }, account),
  ).toBeUndefined();
});

test('a password is wanted where none is stored, or where it would be sent elsewhere', () => {
  expect(passwordNeed(filled, undefined)).toBe('missing');
  expect(passwordNeed(filled, { ...account, hasPassword: false })).toBe('missing');
  expect(passwordNeed({ ...filled, server: 'imap.other.example', insecure: true }, account)).toEqual({
    moved: ['host', 'trust'],
  });
  expect(passwordNeed({ ...filled, port: '', username: 'bob' }, account)).toEqual({
    moved: ['port', 'username'],
  });
});
