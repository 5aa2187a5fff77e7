import { describe, expect, it } from 'vitest';
import type { Account } from '../../shared/account.ts';
import { type Defaults, previewOf, type RowPlan } from '../../shared/transfer/preview.ts';
import { readAccounts } from '../../shared/transfer/read-accounts.ts';
import { fileOf, storedAccount } from '../transfer/stored-account.ts';

const a = '157425284611357796';
const b = '157425284611357797';
const unknown = '157425284611357798';

function preview(lines: string[], accounts: Account[] = [], defaults: Defaults = {}): readonly RowPlan[] {
  return previewOf(readAccounts(fileOf(...lines)).rows, accounts, defaults);
}

const whats = (plans: readonly RowPlan[]) => plans.map(({ what }) => what);

describe('a row', () => {
  it('that nothing stored fits is new, with what the form begins with', () => {
    const [plan] = preview(
      ['name,type,server,username', ' Desk ,imap,imap.acme.example,bob'],
      [storedAccount(a)],
    );
    expect(plan).toEqual({
      line: 2,
      name: 'Desk',
      what: 'new',
      asked: { plain: false, address: false },
      form: {
        name: 'Desk',
        label: '',
        active: true,
        connection: {
          type: 'imap',
          server: 'imap.acme.example',
          port: 993,
          username: 'bob',
          ssl: true,
          tls: false,
          insecure: false,
          debug: false,
          allowPlain: false,
          allowAddress: false,
          pin: '',
        },
      },
    });
  });

  it.each([
    ['port 587', ['port'], ['587'], { ssl: false, tls: true, port: 587 }],
    ['port 465', ['port'], ['465'], { ssl: true, tls: false, port: 465 }],
    ['TLS', ['tls'], ['yes'], { ssl: false, tls: true, port: 587 }],
    ['nothing', [], [], { ssl: true, tls: false, port: 465 }],
    ['neither, said', ['ssl', 'tls'], ['no', 'no'], { ssl: false, tls: false, port: 25 }],
  ])('is never plain text by leaving something out: %s', (_name, headings, cells, expected) => {
    const head = ['name,type,server,username,from', ...headings].join(',');
    const row = ['Out,smtp,mx.acme.example,ada,ada@acme.example', ...cells].join(',');
    const [plan] = preview([head, row]);
    expect(plan).toMatchObject({ what: 'new', form: { connection: expected } });
  });

  it('is matched by its id, else by type, server, user name and port, however the server is spelled', () => {
    const accounts = [
      storedAccount(a),
      storedAccount(b, { connection: { port: 143, ssl: false, tls: true } }),
    ];
    const head = 'id,name,type,server,username,port';
    const plans = preview(
      [head, `${a},Home,imap,imap.acme.example,ada,993`, ',Work,imap,IMAP.acme.example.,ada,143'],
      accounts,
    );
    expect(plans[0]).toMatchObject({
      what: 'changes',
      account: { id: a },
      changes: [{ field: 'name', from: 'Work', to: 'Home' }],
      losesPassword: false,
    });
    expect(plans[1]).toMatchObject({
      what: 'changes',
      account: { id: b },
      changes: [{ field: 'server', from: 'imap.acme.example', to: 'IMAP.acme.example.' }],
      losesPassword: false,
    });
  });

  it('with an unknown id is new, and keeps nothing of that id', () => {
    const [plan] = preview(
      ['id,name,type,server,username', `${unknown},X,imap,x.example,x`],
      [storedAccount(a)],
    );
    expect(plan?.what).toBe('new');
    expect(JSON.stringify(plan)).not.toContain(unknown);
  });

  it('without a column leaves that as it is stored', () => {
    const stored = storedAccount(a, {
      label: 'Desk',
      active: false,
      connection: { debug: true, insecure: true },
    });
    expect(
      whats(preview(['name,type,server,username', 'Work,imap,imap.acme.example,ada'], [stored])),
    ).toEqual(['same']);
  });

  it('that leads elsewhere tells that the password goes, and one that has none does not', () => {
    const lines = ['id,name,type,server,username', `${a},Work,imap,other.example,ada`];
    expect(preview(lines, [storedAccount(a)])[0]).toMatchObject({ what: 'changes', losesPassword: true });
    expect(preview(lines, [storedAccount(a, { hasPassword: false })])[0]).toMatchObject({
      losesPassword: false,
    });
  });

  it('tells the default that it resets', () => {
    const lines = ['id,name,type,server,username,active', `${a},Work,imap,imap.acme.example,ada,no`];
    const defaults = { 'default.email.account.receive': a, 'default.email.account.send': b };
    expect(preview(lines, [storedAccount(a)], defaults)[0]).toMatchObject({
      resets: ['default.email.account.receive'],
    });
  });

  it('is refused in the words of the form, each field once', () => {
    const [plan] = preview([
      'name,type,server,username,port,ssl,tls,from',
      `${'n'.repeat(129)},smtp,imaps://a.example,,99999,on,on,`,
    ]);
    expect(plan).toEqual({
      line: 2,
      name: 'n'.repeat(129),
      what: 'refused',
      errors: [
        { field: 'name', message: 'Name is longer than 128 characters.' },
        { field: 'server', message: expect.stringContaining('leave out the scheme') },
        { field: 'username', message: 'User Name is missing.' },
        { field: 'from', message: expect.stringContaining('From is missing') },
        { field: 'port', message: 'Port is a number from 1 to 65535.' },
        { field: 'tls', message: expect.stringContaining('exclude each other') },
      ],
    });
  });

  it('without a type is refused, and of an unknown one as well, once', () => {
    const plans = preview(['name,type,server,username', 'a,,a.example,a', 'b,exchange,b.example,b']);
    expect(plans.map((plan) => plan.what === 'refused' && plan.errors)).toEqual([
      [{ field: 'type', rule: 'typeMissing' }],
      [{ field: 'type', rule: 'type' }],
    ]);
  });
});

describe('confirmations', () => {
  const head = 'name,type,server,username,port,ssl,tls';

  it('are asked for plain text and for unusual addresses, whatever the file says of them', () => {
    const plans = preview([
      `${head},allowPlain,allowAddress`,
      'Plain,imap,a.example,a,143,no,no,true,true',
      'Odd,imap,a.example,a,9993,yes,no,true,true',
      'Here,imap,127.0.0.1,a,993,yes,no,true,true',
    ]);
    expect(plans.map((plan) => plan.what === 'new' && plan.asked)).toEqual([
      { plain: true, address: false },
      { plain: false, address: true },
      { plain: false, address: true },
    ]);
  });

  it('that are stored hold for the same server and port alone', () => {
    const connection = { server: 'localhost', port: 143, ssl: false, allowPlain: true, allowAddress: true };
    const stored = storedAccount(a, { connection });
    const row = (port: number) => [`id,${head}`, `${a},Home,imap,localhost,ada,${port},no,no`];
    expect(preview(row(143), [stored])[0]).toMatchObject({ asked: { plain: false, address: false } });
    expect(preview(row(1143), [stored])[0]).toMatchObject({ asked: { plain: true, address: true } });
  });
});

describe('within one file', () => {
  const head = 'id,name,type,server,username';

  it('the second row for one account is a duplicate of the first, and a refused one is none', () => {
    const plans = preview(
      [
        head,
        ',Bad,imap,imap.acme.example,ada,',
        ',First,imap,new.example,ada',
        ',Second,imap,NEW.example,ada',
        `${a},Work,imap,imap.acme.example,ada`,
        `${a},Work,imap,imap.acme.example,ada`,
        `${unknown},X,imap,x.example,x`,
        `${unknown},Y,imap,y.example,y`,
      ].map((line) => line.replace(',Bad,imap,imap.acme.example,ada,', ',,imap,new.example,ada')),
      [storedAccount(a)],
    );
    expect(whats(plans)).toEqual(['refused', 'new', 'duplicate', 'same', 'duplicate', 'new', 'duplicate']);
    expect(plans.flatMap((plan) => (plan.what === 'duplicate' ? [plan.of] : []))).toEqual([3, 5, 7]);
  });

  it('an account and its duplicate are two, here and on another computer, once imported and again', () => {
    const lines = [head, `${a},Work,imap,imap.acme.example,ada`, `${b},Copy,imap,imap.acme.example,ada`];
    const [one, two] = [storedAccount(a), storedAccount(b, { name: 'Copy' })];
    expect(whats(preview(lines, [one, two]))).toEqual(['same', 'same']);
    expect(whats(preview(lines))).toEqual(['new', 'new']);
    const elsewhere = [
      storedAccount('200000000000000001', { name: 'Copy' }),
      storedAccount('200000000000000000'),
    ];
    expect(whats(preview(lines, elsewhere))).toEqual(['same', 'same']);
  });
});
