import { expect, it } from 'vitest';
import { confirmationNeeded } from '../../shared/unusual-address.ts';

it.each([
  'localhost',
  'LOCALHOST.',
  'imap.localhost',
  '127.0.0.1',
  '127.8.9.10',
  '127.1',
  '::1',
  '0:0:0:0:0:0:0:1',
  '::1%lo',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
])('%s is this computer, and needs to be confirmed', (server) => {
  expect(confirmationNeeded(server, 993)).toBe('this_computer');
});

it.each([
  'imap.example.com',
  '127.example.com',
  '192.0.2.127',
  '2001:db8::1',
  '::ffff:10.0.0.1',
  'поща.example',
])('%s needs no confirmation at a mail port, and one at another', (server) => {
  expect(confirmationNeeded(server, 993)).toBeUndefined();
  expect(confirmationNeeded(server, 22)).toBe('unusual_port');
});
