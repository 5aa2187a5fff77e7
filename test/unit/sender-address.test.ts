import { expect, it } from 'vitest';
import { senderAddress } from '../../shared/sender-address.ts';

it.each([
  ['ada@x.test', 'ada', 'x.test'],
  [' Ada <ada@x.test> ', 'ada', 'x.test'],
  ['"Lovelace, Ada <a>" <ada@x.test>', 'ada', 'x.test'],
  ['"odd local"@x.test', '"odd local"', 'x.test'],
  ['ada@[127.0.0.1]', 'ada', '[127.0.0.1]'],
  ['ада@пошта.example', 'ада', 'пошта.example'],
  ['<ada+tag@x.test>', 'ada+tag', 'x.test'],
])('%s holds one address', (from, local, domain) => {
  expect(senderAddress(from)).toEqual({ local, domain });
});

it.each([
  'ada',
  '',
  '<>',
  'ada@',
  '@x.test',
  'a b',
  'ada @x.test',
  'mailto:ada@x.test',
  'ada@x.test, bob@x.test',
  'a@b@c.example',
  'Ada ada@x.test',
])('%j holds none, or more than one', (from) => expect(senderAddress(from)).toBeUndefined());
