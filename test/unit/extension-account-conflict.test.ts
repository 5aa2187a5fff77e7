import { describe, expect, test } from 'vitest';
import { accountEditor } from '../../extension/accounts/account-editor.ts';
import type { Account, AccountForm } from '../../shared/account.ts';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import { Refused } from '../../shared/refusal.ts';
import { example } from './extension-account-examples.ts';

type Change = { account: AccountForm; revision?: number };

describe('a save on top of what somebody else saved', () => {
  test('that clashes names the fields with both values, and saves nothing', async () => {
    const { editor, elsewhere, stored } = shared();
    editor.change('label', 'mine');
    elsewhere({ name: 'Theirs', label: 'theirs' });
    expect(await editor.save()).toBeUndefined();
    expect(editor.trouble.value).toMatchObject({ conflict: true });
    expect(editor.clashes.value).toEqual([{ name: 'label', mine: 'mine', theirs: 'theirs' }]);
    expect(editor.form.value.draft).toMatchObject({ name: 'Sales', label: 'mine' });
    expect(editor.dirty.value).toBe(true);
    expect(stored()).toMatchObject({ name: 'Theirs', label: 'theirs', revision: 2 });
  });

  test('anyway writes over the clashing field alone', async () => {
    const { editor, elsewhere, stored } = shared();
    editor.change('label', 'mine');
    elsewhere({ name: 'Theirs', label: 'theirs', active: false });
    await editor.save();
    expect(await editor.save({ anyway: true })).toEqual([]);
    expect(stored()).toMatchObject({ name: 'Theirs', label: 'mine', active: false, revision: 3 });
    expect(editor.form.value.draft).toMatchObject({ name: 'Theirs', label: 'mine', active: false });
    expect(editor.dirty.value).toBe(false);
    expect(editor.clashes.value).toEqual([]);
    expect(editor.trouble.value).toBeUndefined();
  });

  test('anyway asks again when they saved once more since the values were shown', async () => {
    const { editor, elsewhere, stored } = shared();
    editor.change('label', 'mine');
    elsewhere({ label: 'theirs' });
    await editor.save();
    elsewhere({ label: 'theirs again' });
    expect(await editor.save({ anyway: true })).toBeUndefined();
    expect(editor.clashes.value).toEqual([{ name: 'label', mine: 'mine', theirs: 'theirs again' }]);
    expect(stored()).toMatchObject({ label: 'theirs again' });
    expect(await editor.save({ anyway: true })).toEqual([]);
    expect(stored()).toMatchObject({ label: 'mine' });
  });

  test('that touches other fields takes theirs along, although no list has told of them yet', async () => {
    const { editor, elsewhere, stored } = shared();
    editor.change('label', 'mine');
    elsewhere({ name: 'Theirs' });
    expect(await editor.save()).toEqual([]);
    expect(stored()).toMatchObject({ name: 'Theirs', label: 'mine' });
    expect(editor.form.value.draft).toMatchObject({ name: 'Theirs', label: 'mine' });
    expect(editor.dirty.value).toBe(false);
  });

  test.each([false, true])(
    'sends no typed password for a server of theirs that was not seen, clashing: %s',
    async (clashing) => {
      const { editor, elsewhere, stored, passwords } = shared();
      editor.change('label', 'mine');
      editor.changePassword('correct horse');
      const { connection } = stored();
      elsewhere({
        ...(clashing ? { label: 'theirs' } : {}),
        connection: { ...connection, server: 'elsewhere.example.com' },
      });
      expect(await editor.save()).toBeUndefined();
      if (clashing) expect(await editor.save({ anyway: true })).toBeUndefined();
      expect(editor.form.value.draft).toMatchObject({ server: 'elsewhere.example.com', label: 'mine' });
      expect(editor.trouble.value).toMatchObject({ conflict: true });
      expect(editor.clashes.value).toEqual([]);
      expect(passwords).toEqual([]);
      expect(await editor.save()).toEqual([]);
      expect(passwords).toEqual(['correct horse']);
    },
  );

  test('whose answer is refused for another reason is told as that', async () => {
    const { editor, elsewhere } = shared({ unreadable: true });
    editor.change('label', 'mine');
    elsewhere({ label: 'theirs' });
    expect(await editor.save()).toBeUndefined();
    expect(editor.trouble.value).toEqual({ title: 'Not saved', message: 'There is no such account.' });
  });
});

/** An editor of an account that others save too, by the rules of the daemon. */
function shared({ unreadable = false } = {}) {
  const { account } = example('Sales');
  let now: Account = account;
  const passwords: string[] = [];
  const elsewhere = (change: Partial<Account>): void => {
    now = { ...now, ...change, revision: now.revision + 1 };
  };
  const call = async (name: string, body: unknown, secrets?: { password?: string }) => {
    if (name === 'accountsGet') {
      if (unreadable) throw new Refused({ kind: 'not_found', message: 'There is no such account.' });
      return { account: now, events: [] };
    }
    const { account, revision } = body as Change;
    if (revision !== now.revision) throw new Refused({ kind: 'conflict', message: 'Somebody else.' });
    if (secrets?.password !== undefined) passwords.push(secrets.password);
    elsewhere(account);
    return { account: now, resets: [] };
  };
  const editor = accountEditor({ account }, { call: call as DaemonClient['call'], ask: async () => true });
  return { editor, elsewhere, passwords, stored: () => now };
}
