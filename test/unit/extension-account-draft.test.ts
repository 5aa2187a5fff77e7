import { describe, expect, test } from 'vitest';
import {
  type Draft,
  draftOf,
  emptyDraft,
  formOf,
  offeredPort,
  sameDraft,
  withField,
} from '../../extension/accounts/draft.ts';
import { AccountForm } from '../../shared/account.ts';

const filled = { name: 'Support', server: 'imap.example.com', username: 'ada@example.com' };

/** A new draft after these changes, one after the other. */
function after(...changes: Partial<Draft>[]) {
  return changes
    .flatMap((change) => Object.entries(change))
    .reduce((state, [name, value]) => withField(state, name as keyof Draft, value), emptyDraft());
}

describe('the port', () => {
  test('begins as the usual one and follows type and security', () => {
    expect(emptyDraft().draft.port).toBe('993');
    expect(after({ type: 'smtp' }).draft.port).toBe('465');
    expect(after({ type: 'smtp', ssl: false, tls: true }).draft.port).toBe('587');
    expect(after({ type: 'pop3' }, { ssl: false }).draft.port).toBe('110');
  });

  test('stays what a person typed, and the usual one is offered', () => {
    const { draft } = after({ port: '2525' }, { type: 'smtp' });
    expect(draft.port).toBe('2525');
    expect(offeredPort(draft)).toBe(465);
  });

  test('follows again once the usual one is typed, or nothing', () => {
    expect(after({ port: '2525' }, { port: '993' }, { type: 'smtp' }).draft.port).toBe('465');
    expect(after({ port: '' }, { type: 'smtp' }).draft.port).toBe('465');
    expect(offeredPort(after({}).draft)).toBeUndefined();
  });

  test('of a saved account follows only where it is the usual one', () => {
    const saved = formOf(after(filled).draft);
    const unusual = { ...saved, connection: { ...saved.connection, port: 10_993 } };
    expect(withField(draftOf(saved), 'type', 'pop3').draft.port).toBe('995');
    expect(withField(draftOf(unusual), 'type', 'pop3').draft.port).toBe('10993');
  });
});

describe('what a person agreed to', () => {
  const agreed = () => after(filled, { ssl: false }, { allowPlain: true, allowAddress: true });

  test('is kept while server and port stay', () => {
    expect(withField(agreed(), 'username', 'bob').draft).toMatchObject({
      allowPlain: true,
      allowAddress: true,
    });
  });

  test.each([{ server: 'other.example.com' }, { port: '10143' }, { type: 'pop3' }] as const)(
    'falls with %j',
    (change) => {
      const [[name, value] = []] = Object.entries(change);
      expect(withField(agreed(), name as keyof Draft, value ?? '').draft).toMatchObject({
        allowPlain: false,
        allowAddress: false,
      });
    },
  );

  test.each([
    ['server', 'other.example.com'],
    ['port', '10143'],
    ['type', 'pop3'],
    ['ssl', true],
  ] as const)('holds again once another %s is taken back', (field, value) => {
    const before = agreed();
    const away = withField(before, field, value);
    expect(sameDraft(away.draft, before.draft)).toBe(false);
    expect(sameDraft(withField(away, field, before.draft[field]).draft, before.draft)).toBe(true);
  });

  test('to plain text ends when encryption is switched on', () => {
    expect(withField(agreed(), 'tls', true).draft.allowPlain).toBe(false);
  });
});

describe('what is sent', () => {
  test('is a form that the daemon takes, and reads back as the same draft', () => {
    const { draft } = after(filled, { name: ' Support ', server: ' imap.example.com ' });
    const form = AccountForm.parse(formOf(draft));
    expect(form).toMatchObject({ name: 'Support', connection: { server: 'imap.example.com', port: 993 } });
    expect(sameDraft(draft, draftOf(form).draft)).toBe(true);
    expect(sameDraft(draft, { ...draft, debug: true })).toBe(false);
  });

  test('holds From for SMTP alone, whatever was typed before', () => {
    const smtp = after(filled, { type: 'smtp', from: 'ada@example.com' });
    expect(formOf(smtp.draft).connection.from).toBe('ada@example.com');
    expect(formOf(withField(smtp, 'type', 'imap').draft).connection).not.toHaveProperty('from');
  });

  test.each(['', 'imap', '99x', '1.5', '-1'])('a port %j is none', (port) => {
    expect(AccountForm.safeParse(formOf(after(filled, { port }).draft)).success).toBe(false);
  });
});
