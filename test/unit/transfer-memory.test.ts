import { randomBytes } from 'node:crypto';
import { getHeapSnapshot, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { readAccounts } from '../../shared/transfer/read-accounts.ts';

// Bytes, never a text: a text of this test would itself be found.
const random = () => Buffer.from(randomBytes(12).toString('hex'), 'latin1');

it.each([
  ['CSV', 'name,type,server,username,password\nDesk of ', ',imap,imap.acme.example,ada,', '\n'],
  [
    'JSON',
    '{"mailprobe":1,"accounts":[{"type":"imap","server":"imap.acme.example","username":"ada","name":"Desk of ',
    '","password":"',
    '"}]}',
  ],
])('what was read of a %s file keeps no part of the file that holds a password', async (_name, ...parts) => {
  const [name, password] = [random(), random()];
  const [before, between, after] = parts;
  const file = Buffer.concat([Buffer.from(before), name, Buffer.from(between), password, Buffer.from(after)]);
  const read = readAccounts(file);
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const pieces: Buffer[] = [];
  for await (const piece of getHeapSnapshot()) pieces.push(piece as Buffer);
  const snapshot = Buffer.concat(pieces);
  // Where the name is not found, nothing was searched.
  expect(snapshot.includes(name)).toBe(true);
  expect(snapshot.includes(password)).toBe(false);
  expect(read.rows).toHaveLength(1);
});
