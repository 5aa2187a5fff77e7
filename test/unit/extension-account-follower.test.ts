import { describe, expect, test } from 'vitest';
import { example } from './extension-account-examples.ts';
import { opened } from './extension-opened-editor.ts';

describe('what is saved elsewhere meanwhile', () => {
  const { account } = example('Sales');
  const elsewhere = (change: object, connection: object = {}, revision = account.revision + 1) => ({
    ...account,
    ...change,
    revision,
    connection: { ...account.connection, ...connection },
  });

  test('is not undone by a save here', async () => {
    const { editor, calls } = opened({ account: { account } });
    editor.change('label', 'typed here');
    editor.follow(elsewhere({ active: false }, { port: 1993, allowAddress: true }));
    await editor.save();
    expect(calls[0]?.[1]).toMatchObject({
      account: { label: 'typed here', active: false, connection: { port: 1993, allowAddress: true } },
    });
  });

  test('brings no consent to an endpoint that was typed here', () => {
    const { editor } = opened({ account: { account } });
    editor.change('server', 'typed.example.com');
    editor.follow(elsewhere({}, { server: '127.0.0.1', allowAddress: true }));
    expect(editor.form.value.draft).toMatchObject({ server: 'typed.example.com', allowAddress: false });
  });

  test('leaves the form alone where both changed one field, so that the save here is refused', async () => {
    const { editor, calls } = opened({ account: { account } });
    editor.change('name', 'Mine');
    editor.follow(elsewhere({ name: 'Theirs', label: 'theirs' }));
    expect(editor.form.value.draft).toMatchObject({ name: 'Mine', label: account.label });
    await editor.save();
    expect(calls[0]?.[1]).toMatchObject({ revision: account.revision });
  });

  test('may be another password: the one that was saved here is not saved over it', async () => {
    const { editor, calls } = opened({ account: { account } });
    editor.changePassword('pw-one');
    await editor.save();
    const now = editor.saved.value?.revision ?? 0;
    editor.follow(elsewhere({ active: false }, {}, now + 1));
    expect(editor.dirty.value).toBe(false);
    editor.change('label', 'typed here');
    await editor.save();
    expect(calls.at(-1)?.[1]).not.toHaveProperty('password');
  });

  test('leaves a password that was typed and not saved', () => {
    const { editor } = opened({ account: { account } });
    editor.changePassword('pw-one');
    editor.follow(elsewhere({ active: false }));
    expect(editor.password.value).toBe('pw-one');
    expect(editor.dirty.value).toBe(true);
  });

  test('is not what a list says that is older than the save here', async () => {
    const { editor } = opened({ account: { account } });
    editor.change('name', 'Renamed');
    await editor.save();
    editor.follow(elsewhere({}, {}, account.revision));
    expect(editor.form.value.draft.name).toBe('Renamed');
    expect(editor.dirty.value).toBe(false);
  });
});
