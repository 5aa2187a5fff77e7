import { expect, test } from 'vitest';
import { allCauses, causeGroups, groupOf } from '../../extension/causes/cause.ts';
import { formatCauseAddress, parseCauseAddress } from '../../extension/causes/cause-address.ts';
import { causeText } from '../../extension/causes/cause-text.ts';
import { failureKinds } from '../../shared/failure.ts';

const nothing = { type: undefined, security: undefined, server: undefined };

test.each(['', '#', '#/', '#/causes', '#/causes/', '#/accounts', 'nonsense', '#?&=', '#/causes?type=fax'])(
  'the address %j is the list',
  (hash) => {
    expect(parseCauseAddress(hash)).toEqual({
      kind: undefined,
      unknown: undefined,
      find: '',
      facts: nothing,
    });
  },
);

test.each(failureKinds)('the address of %s is read back', (kind) => {
  const address = {
    kind,
    find: 'a & b=c ?#/',
    facts: { type: 'imap', security: 'ssl', server: 'ümail.example' },
  } as const;
  expect(parseCauseAddress(formatCauseAddress(address))).toEqual({ ...address, unknown: undefined });
});

test('a bare address is short enough to say', () => {
  expect(formatCauseAddress({ kind: 'tls_closed', find: '', facts: {} })).toBe('#/causes/tls_closed');
  expect(formatCauseAddress({ kind: undefined, find: '', facts: nothing })).toBe('#/causes');
});

test('capital letters in an address do no harm', () => {
  expect(parseCauseAddress('#/causes/TLS_Closed').kind).toBe('tls_closed');
});

test.each([
  ['#/causes/auth_nonsense', 'auth_nonsense'],
  ['#/causes/%3Cimg%20src%3Dx%3E', '<img src=x>'],
  ['#/causes/%E0%A4%A', '%E0%A4%A'],
  ['#/causes/toString', 'toString'],
])('a code that is no cause is kept to be shown: %s', (hash, unknown) => {
  expect(parseCauseAddress(hash)).toMatchObject({ kind: undefined, unknown });
});

test('every cause stands in one group, and no group is empty', () => {
  const used = new Set(failureKinds.map(groupOf));
  expect(causeGroups.filter((group) => !used.has(group))).toEqual([]);
  expect(groupOf('cert_expired')).toBe('tls');
  expect(groupOf('internal_error')).toBe('conversation');
});

test('what is known of the account changes the words', () => {
  const wordsFor = (security: 'ssl' | 'tls') =>
    allCauses({ security }).find(({ kind }) => kind === 'tls_wrong_mode')?.title;
  expect(wordsFor('ssl')).not.toBe(wordsFor('tls'));
});

test('a cause as text has its code and its steps in order', () => {
  expect(
    causeText({ kind: 'tls_closed', title: 'It hung up', why: 'A block.', steps: ['Wait.', 'Ask.'] }),
  ).toBe('It hung up\nCode: tls_closed\n\nA block.\n\n1. Wait.\n2. Ask.');
});
