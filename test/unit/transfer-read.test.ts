import { describe, expect, it } from 'vitest';
import { FileRefused } from '../../shared/transfer/file-refused.ts';
import { readAccounts } from '../../shared/transfer/read-accounts.ts';
import { fileOf } from '../transfer/stored-account.ts';

const header = 'name,type,server,username';

function faultOf(bytes: Uint8Array): unknown {
  try {
    readAccounts(bytes);
  } catch (error) {
    if (error instanceof FileRefused) return error.fault;
    throw error;
  }
  return undefined;
}

it.each([
  'SMTP Password',
  'Password (IMAP)',
  'passwd',
  'Пароль почты',
  'pwd',
  'Passwort',
  'App-Password 2',
  'pass',
])('a column “%s” is one of passwords, and nothing of it is kept', (heading) => {
  const read = readAccounts(fileOf(`${header},${heading}`, 'a,imap,a.example,ada,hunter2'));
  expect(read).toMatchObject({ passwords: true, notRead: [] });
  expect(JSON.stringify(read)).not.toContain('hunter2');
});

it('a column that is only like one is told as not read', () => {
  const read = readAccounts(fileOf(`${header},Passport`, 'a,imap,a.example,ada,x'));
  expect(read).toMatchObject({ passwords: false, notRead: ['Passport'] });
});

describe('a CSV file', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('is read with %s', (_name, separator) => {
    const lines = [header, '"Desk, the first; really",IMAP,imap.acme.example,ada'].map((line) =>
      line.replaceAll(/,(?! )/g, separator),
    );
    const { rows } = readAccounts(fileOf(...lines));
    expect(rows).toEqual([
      {
        line: 2,
        given: {
          name: 'Desk, the first; really',
          type: 'imap',
          server: 'imap.acme.example',
          username: 'ada',
        },
        errors: [],
      },
    ]);
  });

  it('is read with the labels of the form in any case, with a mark at its beginning, and with CRLF', () => {
    const text =
      '\uFEFFNAME;type;Server;user name;Enable ssl;ENABLE TLS;Port\r\nDesk;pop3;a.example;ada;Yes;off;995\r\n';
    const [row] = readAccounts(fileOf(text)).rows;
    expect(row?.given).toEqual({
      name: 'Desk',
      type: 'pop3',
      server: 'a.example',
      username: 'ada',
      ssl: true,
      tls: false,
      port: 995,
    });
  });

  it('counts lines as an editor does: blank ones, and those within quotes', () => {
    const { rows } = readAccounts(
      fileOf(header, '', '"two\nlines",imap,a.example,ada', ',,,', 'c,imap,c.example,c'),
    );
    expect(rows.map(({ line }) => line)).toEqual([3, 6]);
    expect(readAccounts(fileOf(`${header}\ra,imap,a.example,a\rb,imap,b.example,b`)).rows.at(-1)?.line).toBe(
      3,
    );
  });

  it('says what a cell cannot be, with its line and its column', () => {
    const { rows } = readAccounts(
      fileOf(`id,${header},active,port`, '12,Desk,exchange,a.example,ada,maybe,much,and more'),
    );
    expect(rows[0]).toEqual({
      line: 2,
      given: { name: 'Desk', server: 'a.example', username: 'ada', port: 0 },
      errors: [
        { rule: 'cells' },
        { field: 'id', rule: 'id' },
        { field: 'type', rule: 'type' },
        { field: 'active', rule: 'switch' },
      ],
    });
  });

  it('takes an id that a spreadsheet has rounded for none', () => {
    for (const id of ['1.57425E+17', '1,57425e17', '1E+17', ''])
      expect(
        readAccounts(fileOf(`id;${header.replaceAll(',', ';')}`, `${id};a;imap;a.example;a`)).rows[0],
      ).toEqual({
        line: 2,
        given: { name: 'a', type: 'imap', server: 'a.example', username: 'a' },
        errors: [],
      });
  });

  it.each(['password', 'Password', 'PASS', 'Passwort', 'pwd', 'Пароль', 'pass_word'])(
    'with a column %s: its values are nowhere in what was read',
    (heading) => {
      const read = readAccounts(
        fileOf(`${header},${heading},notes`, 'a,imap,a.example,ada,hunter2-secret,mine'),
      );
      expect(read).toMatchObject({ passwords: true, notRead: ['notes'] });
      expect(JSON.stringify(read)).not.toMatch(/hunter2|mine/);
    },
  );

  it.each([
    [
      'no header, and repeats nothing of it',
      ['Desk,imap,a.example,ada,hunter2-secret'],
      { kind: 'noHeader' },
    ],
    [
      'a header that lacks columns',
      ['name,server', 'a,b'],
      { kind: 'missingColumns', columns: ['type', 'username'] },
    ],
    ['a column twice', [`${header},User Name`, 'a,imap,b,c,d'], { kind: 'twice', column: 'username' }],
    ['an open quotation mark', [header, 'a,imap,b,c', '"d,imap,e,f'], { kind: 'quotes', line: 3 }],
    ['no account', [header, ',,,'], { kind: 'noAccounts' }],
    ['nothing', ['', '  '], { kind: 'empty' }],
  ])('is refused with %s', (_name, lines, fault) => {
    expect(faultOf(fileOf(...lines))).toEqual(fault);
  });
});

describe('a JSON file', () => {
  const json = (document: unknown) => fileOf(JSON.stringify(document));

  it('is read by the keys of the contract, and no password of it', () => {
    const account = {
      name: 'a',
      type: 'smtp',
      port: 465,
      ssl: true,
      active: false,
      password: 'hunter2-secret',
      colour: 1,
    };
    const read = readAccounts(
      json({ mailprobe: 1, accounts: [account, 'hunter2', { port: '25', name: 7, debug: [] }] }),
    );
    expect(read).toEqual({
      format: 'json',
      passwords: true,
      notRead: ['colour'],
      rows: [
        { line: 1, given: { name: 'a', type: 'smtp', port: 465, ssl: true, active: false }, errors: [] },
        { line: 2, given: {}, errors: [{ rule: 'object' }] },
        { line: 3, given: { port: 25, name: '7' }, errors: [{ field: 'debug', rule: 'text' }] },
      ],
    });
  });

  it.each([
    ['of a newer version', { mailprobe: 2, accounts: [] }, { kind: 'newer' }],
    ['of something else', { accounts: [{}] }, { kind: 'notOurs' }],
    ['that is a list', [{}], { kind: 'notOurs' }],
    ['without accounts', { mailprobe: 1, accounts: [] }, { kind: 'noAccounts' }],
    [
      'with a thousand and one',
      { mailprobe: 1, accounts: Array.from({ length: 1001 }, () => ({})) },
      { kind: 'tooMany' },
    ],
  ])('%s is refused', (_name, document, fault) => expect(faultOf(json(document))).toEqual(fault));

  it.each([
    [
      'an engine that knows it',
      ['{"mailprobe": 1,', '"accounts" [{"password": "hunter2-secret"}]}'],
      { line: 2 },
    ],
    ['one that quotes the text instead', ['{"mailprobe": 1,', '"accounts": [{"password": "hunter2"},]}'], {}],
  ])(
    'that is broken is refused with the line of %s, and nothing of it is repeated',
    (_name, lines, place) => {
      expect(faultOf(fileOf(...lines))).toEqual({ kind: 'notJson', ...place });
    },
  );
});

it('a file that is too large, or no UTF-8, is refused', () => {
  expect(faultOf(new Uint8Array(5 * 1024 * 1024 + 1))).toEqual({ kind: 'tooLarge' });
  expect(faultOf(new Uint8Array([0xff, 0xfe, 0x6e, 0x00]))).toEqual({ kind: 'notText' });
  const many = Array.from({ length: 1001 }, (_, at) => `n${at},imap,a.example,u${at}`);
  expect(faultOf(fileOf(header, ...many))).toEqual({ kind: 'tooMany' });
  expect(readAccounts(fileOf(header, ...many.slice(1))).rows).toHaveLength(1000);
});
