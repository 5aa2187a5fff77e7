import { expect, test } from 'vitest';
import { splitServer } from '../../extension/accounts/split-server.ts';

test.each([
  ['imaps://ada@imap.example.com:993/', { type: 'imap', security: 'ssl', port: '993', username: 'ada' }],
  ['imaps://imap.example.com', { type: 'imap', security: 'ssl', port: '993' }],
  ['imap.example.com:993', { type: 'imap', security: 'ssl', port: '993' }],
  ['imap.example.com:143', { type: 'imap', security: 'tls', port: '143' }],
  ['smtps://imap.example.com:2465', { type: 'smtp', security: 'ssl', port: '2465' }],
  ['submission://imap.example.com', { type: 'smtp', security: 'tls', port: '587' }],
  ['imap.example.com:587', { type: 'smtp', security: 'tls', port: '587' }],
  ['pop3s://imap.example.com/', { type: 'pop3', security: 'ssl', port: '995' }],
  ['imap.example.com:10993', { port: '10993' }],
  ['https://imap.example.com/webmail?user=1', {}],
  ['imap.example.com/', {}],
] as const)('%s is taken apart', (text, parts) => {
  expect(splitServer(text)).toEqual({ server: 'imap.example.com', ...parts });
});

test('a user that is an address is read as one', () => {
  expect(splitServer('imaps://ada%40example.com@imap.example.com')?.username).toBe('ada@example.com');
});

test('a password in an address is left out', () => {
  const parts = splitServer('imaps://ada:hunter2@imap.example.com:993');
  expect(parts).toMatchObject({ server: 'imap.example.com', username: 'ada' });
  expect(JSON.stringify(parts)).not.toContain('hunter2');
});

test('an IPv6 address comes out of its brackets', () => {
  expect(splitServer('[2001:db8::1]:993')).toMatchObject({ server: '2001:db8::1', port: '993' });
});

test.each([
  '',
  'imap.example.com',
  '127.0.0.1',
  '2001:db8::1',
  'ada@example.com',
  'two words:993',
  'почта.рф',
])('%j is left as it is', (text) => {
  expect(splitServer(text)).toBeUndefined();
});
