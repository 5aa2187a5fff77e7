import { expect, test } from 'vitest';
import { matchingDraft } from '../../extension/accounts/matching-draft.ts';
import { AccountForm } from '../../shared/account.ts';
import { Refused } from '../../shared/refusal.ts';
import { example } from './extension-account-examples.ts';
import { filled, id, opened, saved, testId } from './extension-opened-editor.ts';

test('an empty form is not sent, and says what it lacks', async () => {
  const { editor, calls } = opened();
  expect(editor.errors.value).toEqual({});
  expect(await editor.save()).toBeUndefined();
  expect(Object.keys(editor.errors.value).toSorted()).toEqual(['name', 'password', 'server', 'username']);
  expect(calls).toEqual([]);
});

test('a field that was filled in and left says what is wrong with it, the others wait', () => {
  const { editor } = opened();
  editor.leave('name');
  expect(editor.errors.value).toEqual({});
  editor.change('server', 'imaps://imap.example.com');
  editor.leave('server');
  expect(Object.keys(editor.errors.value)).toEqual(['server']);
});

test('the password goes the way of secrets, never in the body', async () => {
  const { editor, calls } = filled();
  await editor.save();
  const [[name, body, secrets] = []] = calls;
  expect(name).toBe('accountsCreate');
  expect(JSON.stringify(body)).not.toContain('correct horse');
  expect(secrets).toEqual({ password: 'correct horse' });
  expect(editor.dirty.value).toBe(false);
});

test('what is saved and unchanged is tested as saved', async () => {
  const { editor, calls } = await saved();
  await editor.test();
  expect(calls).toEqual([['testsStart', { accountId: id }, undefined]]);
  expect(editor.tested.value?.testId).toBe(testId);
});

test('with full log, nothing is saved by it', async () => {
  const { editor, calls } = await saved();
  await editor.test({ fullLog: true });
  expect(calls).toEqual([['testsStart', { accountId: id, debug: true }, undefined]]);
  expect(editor.dirty.value).toBe(false);
});

test('what is changed is tested as a draft, with the stored password while it may be used', async () => {
  const { editor, calls } = await saved();
  editor.change('debug', true);
  await editor.test();
  expect(calls[0]?.[0]).toBe('testsStartDraft');
  expect(calls[0]?.[1]).toMatchObject({ accountId: id, connection: { debug: true } });
  expect(calls[0]?.[2]).toEqual({});
});

test.each([
  ['server', 'imap.other.example'],
  ['port', '1993'],
  ['username', 'bob'],
  ['tls', true],
  ['insecure', true],
] as const)(
  'with another %s the password that is still typed is sent again, unasked',
  async (name, value) => {
    const { editor, calls } = await saved();
    if (name === 'tls') editor.change('ssl', false);
    editor.change(name, value);
    await editor.test();
    expect(editor.errors.value).toEqual({});
    expect(calls[0]?.[2]).toEqual({ password: 'correct horse' });
  },
);

test('a stored password is not asked for another server: it has to be typed', async () => {
  const form = AccountForm.parse({
    name: 'Support',
    connection: { type: 'imap', server: 'imap.example.com', port: 993, username: 'ada', ssl: true },
  });
  const { editor, calls } = opened({ account: { account: { ...form, id, hasPassword: true, revision: 1 } } });
  editor.change('server', 'imap.other.example');
  expect(await editor.test()).toBeUndefined();
  expect(editor.errors.value.password).toContain('again');
  expect(calls).toEqual([]);
});

test('plain text is sent only when the person agrees', async () => {
  const no = filled({ agree: false });
  no.editor.change('ssl', false);
  await no.editor.save();
  expect(no.questions).toEqual(['plain']);
  expect(no.calls).toEqual([]);

  const yes = filled();
  yes.editor.change('ssl', false);
  await yes.editor.save();
  expect(yes.questions).toEqual(['plain']);
  expect(yes.calls[0]?.[1]).toMatchObject({ account: { connection: { allowPlain: true } } });
});

test('an address that the daemon wants confirmed is asked about, then sent again', async () => {
  const { editor, calls, questions } = filled({
    refuse: (body) => {
      if (JSON.stringify(body).includes('"allowAddress":true')) return;
      const fields = { 'account.connection.allowAddress': 'This computer itself.' };
      throw new Refused({ kind: 'invalid', message: 'No.', fields });
    },
  });
  await editor.save();
  expect(questions).toEqual(['address']);
  expect(calls).toHaveLength(2);
  expect(editor.saved.value?.id).toBe(id);
});

test('a refused field says so until it is changed', async () => {
  const { editor } = filled({
    refuse: () => {
      throw new Refused({
        kind: 'invalid',
        message: 'No.',
        fields: { 'account.connection.port': 'Not this one.' },
      });
    },
  });
  await editor.save();
  expect(editor.errors.value).toEqual({ port: 'Not this one.' });
  editor.change('port', '1993');
  expect(editor.errors.value).toEqual({});
});

test('what somebody else saved takes the place of what stands here, and the next save is on that', async () => {
  const { editor, calls } = await saved();
  const before = editor.saved.value;
  if (!before) throw new Error('Nothing was saved.');
  editor.change('label', 'Mine');
  editor.changePassword('typed');
  editor.adopt({ ...before, name: 'Theirs', revision: 7 });
  expect(editor.form.value.draft).toMatchObject({ name: 'Theirs', label: '' });
  expect(editor.password.value).toBe('');
  expect(editor.dirty.value).toBe(false);
  editor.change('label', 'Mine');
  await editor.save();
  expect(calls.at(-1)?.[1]).toMatchObject({ revision: 7, account: { name: 'Theirs', label: 'Mine' } });
});

test.each([
  ['server', 'imap.other.example'],
  ['port', '1993'],
  ['ssl', false],
] as const)('a change of %s that is taken back leaves nothing unsaved', (name, value) => {
  const { account } = example('Sales');
  const local = { ...account.connection, server: '127.0.0.1', port: 993, allowAddress: true };
  const { editor } = opened({ account: { account: { ...account, connection: local } } });
  const before = editor.form.value.draft[name];
  editor.change(name, value);
  expect(editor.dirty.value).toBe(true);
  editor.change(name, before);
  expect(editor.dirty.value).toBe(false);
});

test('several fields are changed at once, and taken back at once', () => {
  const { editor } = filled();
  const { undo } = editor.changeAll({ server: 'smtp.example.com', type: 'smtp', port: '2525' });
  expect(editor.form.value.draft).toMatchObject({ server: 'smtp.example.com', type: 'smtp', port: '2525' });
  undo();
  expect(editor.form.value.draft).toMatchObject({ server: 'imap.example.com', type: 'imap', port: '993' });
});

test('a record that was begun with a password tests with it, and holds the person until it is saved', async () => {
  const begin = { form: matchingDraft(example('Sales').account), password: 'correct horse' };
  const { editor, calls } = opened({ begin });
  editor.change('from', 'ada@example.com');
  expect(editor.dirty.value).toBe(true);
  await editor.test();
  expect(calls[0]?.[2]).toEqual({ password: 'correct horse' });
  editor.discard();
  expect(editor.password.value).toBe('');
});

test('a discarded record is as it was saved', async () => {
  const { editor } = await saved();
  editor.change('name', 'Other');
  editor.changePassword('new');
  editor.discard();
  expect(editor.form.value.draft.name).toBe('Support');
  expect(editor.dirty.value).toBe(false);
});
