import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BoundSettings } from '../shared/endpoint-binding.ts';
import { boundSecrets, type BoundSecrets } from '../daemon/store/secrets/bound-secrets.ts';
import { removeOrphans } from '../daemon/store/secrets/remove-orphans.ts';
import type { SecretStore } from '../daemon/store/secrets/secret-store.ts';
import { Secret } from '../daemon/secret.ts';

export interface StoreUnderTest {
  store: SecretStore;
  stop(): Promise<void>;
}

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
const pin = `${'A'.repeat(43)}=`;

const odd: [string, string][] = [
  ['one character', '.'],
  ['blanks at both ends', '  p w  '],
  ['quotes and backslashes', `p"a\\s'\`s{3}`],
  ['percent and dollar', '100%s%n%00 $HOME $(id)'],
  ['UTF-8', 'pässwörd–密码'],
  ['beyond the first plane', '🔑'.repeat(256)],
  ['a byte order mark', '\uFEFFpassword'],
  ['two ways to write ü', 'ü u\u0308'],
  ['1,024 bytes', 'x'.repeat(1024)],
  ['dots, as in an item', 'v1.a.b'],
];

const retargeted: [string, Partial<BoundSettings>][] = [
  ['type', { type: 'pop3' }],
  ['server', { server: 'mail.evil.example' }],
  ['port', { port: 143 }],
  ['STARTTLS in place of TLS', { ssl: false, tls: true }],
  ['no TLS', { ssl: false }],
  ['no validation', { insecure: true }],
  ['a pin', { pin }],
  ['user name', { username: 'ada@acme.example' }],
];

let counted = 0;

/** The conformance suite: every store of secrets passes it. */
export function describeSecretStore(kind: string, open: () => Promise<StoreUnderTest>): void {
  describe(`secrets in ${kind}`, () => {
    let opened: StoreUnderTest;
    let secrets: BoundSecrets;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.stop());
    beforeEach(() => {
      secrets = boundSecrets(opened.store, `install-${++counted}`);
    });

    it('is ready, and says where passwords lie', async () => {
      expect(await opened.store.state()).toEqual({
        state: 'ready',
        sentence: {
          en: expect.stringMatching(/^Passwords .+\.$/),
          ru: expect.stringMatching(/^Пароли .+\.$/),
        },
      });
    });

    it.each(odd)('gives back a password with %s', async (_, password) => {
      expect(await secrets.set('1', ada, new Secret(password))).toEqual({ value: undefined });
      expect(await passwordOf(secrets, '1')).toBe(password);
    });

    it('knows what it does not have', async () => {
      expect(await secrets.get('1', ada)).toMatchObject({ outcome: 'missing' });
      expect(await secrets.delete('1')).toEqual({ value: false });
    });

    it('keeps the later of two passwords', async () => {
      await secrets.set('1', ada, new Secret('first'));
      await secrets.set('1', ada, new Secret('second'));
      expect(await passwordOf(secrets, '1')).toBe('second');
    });

    it('deletes one and leaves the other', async () => {
      await secrets.set('1', ada, new Secret('one'));
      await secrets.set('2', ada, new Secret('two'));
      expect(await secrets.delete('1')).toEqual({ value: true });
      expect(await secrets.get('1', ada)).toMatchObject({ outcome: 'missing' });
      expect(await passwordOf(secrets, '2')).toBe('two');
    });

    it.each(retargeted)('gives no password to settings with another %s', async (_, change) => {
      await secrets.set('1', ada, new Secret('for ada alone'));
      const found = await secrets.get('1', { ...ada, ...change });
      expect(found).toMatchObject({
        outcome: 'secret_required',
        sentence: { en: expect.stringContaining('type it again'), ru: expect.stringContaining('ещё раз') },
      });
      expect(JSON.stringify(found)).not.toContain('alone');
    });

    it('gives it to the same server spelled otherwise', async () => {
      await secrets.set('1', ada, new Secret('pw'));
      expect(await secrets.get('1', { ...ada, server: 'MAIL.Acme.example.' })).toMatchObject({
        outcome: 'found',
      });
    });

    it('binds anew when the password is typed for other settings', async () => {
      const moved = { ...ada, server: 'new.acme.example' };
      await secrets.set('1', ada, new Secret('old'));
      await secrets.set('1', moved, new Secret('new'));
      expect(await secrets.get('1', ada)).toMatchObject({ outcome: 'secret_required' });
      expect(await secrets.get('1', moved)).toMatchObject({ outcome: 'found' });
    });

    it('takes no line that it did not write for a password', async () => {
      const name = `install-${counted}/1`;
      for (const line of ['pw', 'v1.x.y', 'v2.x.y', `v1.${'A'.repeat(43)}.cHc`, 'v1..']) {
        await opened.store.set(name, line);
        expect(await secrets.get('1', ada)).toMatchObject({ outcome: 'secret_required' });
      }
    });

    it('keeps two installations apart', async () => {
      const other = boundSecrets(opened.store, `install-${counted}-other`);
      await secrets.set('1', ada, new Secret('mine'));
      expect(await other.get('1', ada)).toMatchObject({ outcome: 'missing' });
      expect(await other.delete('1')).toEqual({ value: false });
      await other.set('1', ada, new Secret('theirs'));
      expect(await passwordOf(secrets, '1')).toBe('mine');
    });

    it('lists its own accounts, or says that it cannot list', async () => {
      await boundSecrets(opened.store, `install-${counted}-other`).set('3', ada, new Secret('x'));
      await secrets.set('1', ada, new Secret('one'));
      await secrets.set('2', ada, new Secret('two'));
      const listed = await secrets.accountIds();
      const expected = opened.store.backend === 'keychain' ? undefined : ['1', '2'];
      expect(listed).toEqual({ value: expected });
    });

    it('loses the secrets of saves that never got their row, and no other', async () => {
      for (const id of ['1', '2', '3']) await secrets.set(id, ada, new Secret(`password of ${id}`));
      const on = { rows: new Set(['1', '3']), begun: ['2', '3', '4'] };
      expect(await removeOrphans(secrets, on)).toEqual({ value: ['2'] });
      expect(await secrets.get('2', ada)).toMatchObject({ outcome: 'missing' });
      expect(await passwordOf(secrets, '1')).toBe('password of 1');
      expect(await passwordOf(secrets, '3')).toBe('password of 3');
    });

    it('serves many at once, each with its own', async () => {
      const ids = Array.from({ length: 20 }, (_, at) => String(at));
      await Promise.all(ids.map((id) => secrets.set(id, ada, new Secret(`password of ${id}`))));
      const found = await Promise.all(ids.map((id) => passwordOf(secrets, id)));
      expect(found).toEqual(ids.map((id) => `password of ${id}`));
    });

    it('keeps the order of calls', async () => {
      const calls = ['a', 'b', 'c'].map((password) => secrets.set('1', ada, new Secret(password)));
      const last = passwordOf(secrets, '1');
      await Promise.all(calls);
      expect(await last).toBe('c');
    });

    it('refuses an id that could name another item', async () => {
      expect(() => boundSecrets(opened.store, 'a/b')).toThrow(RangeError);
      for (const id of ['', '../1', '1/2', '.canary', 'x'.repeat(65)]) {
        await expect(secrets.get(id, ada)).rejects.toThrow(RangeError);
      }
    });
  });
}

async function passwordOf(secrets: BoundSecrets, id: string): Promise<string | undefined> {
  const found = await secrets.get(id, ada);
  return found.outcome === 'found' ? found.secret.open() : found.outcome;
}
