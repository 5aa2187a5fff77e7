import { describe, expect, test } from 'vitest';
import { likeAddress } from '../../extension/addresses/accounts-address.ts';
import { parseAccountsAddress } from '../../extension/addresses/parse-accounts-address.ts';
import { handPassword, takePassword } from '../../extension/accounts/handed-password.ts';
import { matchingDraft } from '../../extension/accounts/matching-draft.ts';
import { example, idOf } from './extension-account-examples.ts';

function draftBeside(name: string, connection: object, rest: object = {}) {
  const { account } = example(name);
  return matchingDraft({ ...account, ...rest, connection: { ...account.connection, ...connection } }).draft;
}

describe('the account that matches another', () => {
  test('sends where that one reads, as the same person', () => {
    const draft = draftBeside('Support IMAP', { username: 'ada@example.com' }, { label: 'front desk' });
    expect(draft).toMatchObject({
      name: 'Support SMTP',
      label: 'front desk',
      type: 'smtp',
      server: 'smtp.example.com',
      port: '465',
      ssl: true,
      username: 'ada@example.com',
      from: 'ada@example.com',
      active: true,
    });
  });

  test('reads where that one sends, and has no From', () => {
    const smtp = {
      type: 'smtp',
      server: 'smtp.office365.com',
      port: 587,
      ssl: false,
      tls: true,
      from: 'a@b.c',
    };
    expect(draftBeside('Sales', smtp)).toMatchObject({
      name: 'Sales IMAP',
      type: 'imap',
      server: 'outlook.office365.com',
      port: '993',
      ssl: true,
      tls: false,
      from: '',
    });
  });

  test('of a POP3 account sends', () => {
    const pop3 = { type: 'pop3', server: 'mail.example.com', port: 995 };
    expect(draftBeside('Invoices', pop3)).toMatchObject({
      type: 'smtp',
      server: 'mail.example.com',
      port: '465',
    });
  });

  test('leaves From to the person where the user name is no address', () => {
    expect(draftBeside('Support', { username: 'ada' }).from).toBe('');
  });

  test('takes over nothing that was agreed to for that server alone', () => {
    const local = { server: '127.0.0.1', port: 1143, ssl: false, allowPlain: true, allowAddress: true };
    expect(draftBeside('Local', { ...local, insecure: true, pin: `${'A'.repeat(43)}=` })).toMatchObject({
      server: '127.0.0.1',
      port: '25',
      allowPlain: false,
      allowAddress: false,
      insecure: false,
      pin: '',
    });
  });

  test('has an address that says which', () => {
    const id = idOf('Support');
    expect(parseAccountsAddress(likeAddress(id))).toEqual({ view: 'new', like: id });
    expect(parseAccountsAddress('#/accounts/new')).toEqual({ view: 'new' });
    expect(parseAccountsAddress('#/accounts/new?like=12')).toEqual({ view: 'unknown' });
  });
});

describe('a password that was typed for another record', () => {
  test('is given once, to the one that matches it', () => {
    handPassword(idOf('Support'), 'correct horse');
    expect(takePassword(idOf('Support'))).toBe('correct horse');
    expect(takePassword(idOf('Support'))).toBe('');
  });

  test('is forgotten when any other record opens', () => {
    handPassword(idOf('Support'), 'correct horse');
    expect(takePassword(undefined)).toBe('');
    expect(takePassword(idOf('Support'))).toBe('');
  });
});
