import { describe, expect, it } from 'vitest';
import { readItem, writeItem } from '../../daemon/store/secrets/item.ts';
import { Secret } from '../../daemon/secret.ts';
import { type BoundSettings, endpointBinding } from '../../shared/endpoint-binding.ts';

const pin = `${'A'.repeat(43)}=`;
const ada: BoundSettings = {
  type: 'imap',
  server: 'mail.acme.example',
  port: 993,
  username: 'ada',
  ssl: true,
  tls: false,
  insecure: false,
  pin: '',
};

describe('a binding', () => {
  it('is the SHA-256 of the list that is written down', async () => {
    // printf '["v1","imap","mail.acme.example",993,"ssl","verify","ada"]' | openssl dgst -sha256 -binary | base64
    expect(await endpointBinding(ada)).toBe('Zt1rS8QRCiPyDQhSffnHf6RVyQPJT58-W2Jr_eF2340');
  });

  const others: Partial<BoundSettings>[] = [
    { type: 'smtp' },
    { type: 'pop3' },
    { server: 'acme.example' },
    { server: 'mail.acme.example.evil' },
    { server: '192.0.2.1' },
    { server: 'not a host' },
    { server: 'not a host either' },
    { port: 143 },
    { ssl: false, tls: true },
    { ssl: false, tls: false },
    { insecure: true },
    { pin },
    { pin: `${'B'.repeat(43)}=` },
    { username: 'Ada' },
    { username: 'ada@acme.example' },
    { username: 'ada"' },
    { username: 'ada","' },
    { username: 'a\u0308da' },
  ];
  it('is another for each change of where, how and as whom', async () => {
    const bindings = await Promise.all(
      [{}, ...others].map((change) => endpointBinding({ ...ada, ...change })),
    );
    expect(new Set(bindings).size).toBe(others.length + 1);
  });

  it.each<[string, Partial<BoundSettings>, Partial<BoundSettings>]>([
    ['capital letters', { server: 'Mail.ACME.example' }, {}],
    ['a final dot', { server: 'mail.acme.example.' }, {}],
    ['U-label and A-label', { server: 'mail.bücher.example' }, { server: 'mail.xn--bcher-kva.example' }],
    ['capitals of an address', { server: '2001:DB8::1' }, { server: '2001:db8::1' }],
    ['validation off beside a pin, which goes before it', { pin, insecure: true }, { pin }],
  ])('is the same for %s', async (_, one, other) => {
    expect(await endpointBinding({ ...ada, ...one })).toBe(await endpointBinding({ ...ada, ...other }));
  });
});

describe('an item', async () => {
  const binding = await endpointBinding(ada);

  it('is version, binding and password, at most 1,413 characters', () => {
    expect(writeItem(binding, new Secret('pw'))).toBe(`v1.${binding}.cHc`);
    expect(writeItem(binding, new Secret('x'.repeat(1024)))).toHaveLength(1413);
  });

  it.each([
    ['an empty password', `v1.${binding}.`],
    ['padding', `v1.${binding}.cHc=`],
    ['characters that base64url has not', `v1.${binding}.cH c`],
    ['half a character', `v1.${binding}.${Buffer.from([0xc3]).toString('base64url')}`],
    ['two lines', `v1.${binding}.${Buffer.from('a\nb').toString('base64url')}`],
    ['a part too many', `v1.${binding}.cHc.cHc`],
    ['another version', `v2.${binding}.cHc`],
  ])('with %s is none', (_, line) => {
    expect(readItem(line, binding)).toBeUndefined();
  });
});
