import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Account, accountTypes } from '../../shared/account.ts';
import { accountsText, fileText, formats } from '../../shared/transfer/accounts-text.ts';
import { previewOf } from '../../shared/transfer/preview.ts';
import { readAccounts } from '../../shared/transfer/read-accounts.ts';

/** What breaks a table, and what a spreadsheet would run. */
const hostile = fc.constantFrom(
  '"',
  '""',
  "'",
  "''=1",
  ',',
  ';',
  '\t',
  '=',
  '+',
  '-',
  '@',
  '＝',
  '\u202e',
  '\u2066',
  '\u0085',
  '\u2028',
  '\u200b',
  '\uFEFF',
  '\\',
  ' ',
  '=cmd|calc',
  '@SUM(1)',
  '😀',
  'é',
  '\u001b[2J',
  '#',
  '{',
  'true',
  '0',
);
const piece = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 6 }));
/** One line of any text that is whole: half a character is in no file of UTF-8. */
const text = fc.array(piece, { maxLength: 6 }).map((pieces) =>
  pieces
    .join('')
    .replace(/[\r\n\0]/g, '')
    .toWellFormed(),
);
const filled = text.filter((line) => line.trim() !== '');
const server = fc.oneof(
  fc.domain(),
  fc.ipV4(),
  fc.constantFrom('localhost', 'поща.example', '2001:db8::1', 'mail_1.example'),
);

const account = fc
  .record({
    name: filled.map((name) => name.trim()),
    label: text,
    active: fc.boolean(),
    hasPassword: fc.boolean(),
    connection: fc
      .record({
        type: fc.constantFrom(...accountTypes),
        server,
        port: fc.integer({ min: 1, max: 65_535 }),
        username: filled,
        from: fc.constantFrom('ada@acme.example', '"=1,2" <ada@acme.example>', '+ada@acme.example'),
        security: fc.constantFrom('ssl', 'tls', 'plain'),
        insecure: fc.boolean(),
        debug: fc.boolean(),
        allowAddress: fc.boolean(),
        pin: fc.oneof(
          fc.constant(''),
          fc
            .uint8Array({ minLength: 32, maxLength: 32 })
            .map((bytes) => Buffer.from(bytes).toString('base64')),
        ),
      })
      .map(({ security, ...rest }) => ({
        ...rest,
        ssl: security === 'ssl',
        tls: security === 'tls',
        allowPlain: security === 'plain',
      })),
  })
  .filter((form) => form.name.length <= 128);
const accounts = fc
  .array(account, { minLength: 1, maxLength: 12 })
  .map((forms) =>
    forms.map((form, at) =>
      Account.parse({ ...form, id: String(200_000_000_000_000_000n + BigInt(at)), revision: 1 }),
    ),
  );

describe.each(formats)('accounts written as %s', (format) => {
  const read = (accounts: readonly Account[]) =>
    readAccounts(new TextEncoder().encode(fileText(accountsText(accounts, format), format)));

  it('and read back are the same, whatever stands in them, and hold nothing secret', () => {
    fc.assert(
      fc.property(accounts, (accounts) => {
        const { rows, passwords, notRead } = read(accounts);
        expect({ passwords, notRead }).toEqual({ passwords: false, notRead: [] });
        expect(previewOf(rows, accounts, {}).map(({ what }) => what)).toEqual(accounts.map(() => 'same'));
      }),
      { numRuns: 1500 },
    );
  });

  it('are new elsewhere, and then the same', () => {
    fc.assert(
      fc.property(accounts, (accounts) => {
        const { rows } = read(accounts);
        const plans = previewOf(rows, [], {});
        const made = plans.map((plan, at) => {
          expect(plan.what).toBe('new');
          const { form } = plan as Extract<typeof plan, { what: 'new' }>;
          const id = String(300_000_000_000_000_000n + BigInt(at));
          return Account.parse({
            ...form,
            connection: { ...form.connection, allowPlain: !form.connection.ssl && !form.connection.tls },
            id,
            hasPassword: false,
            revision: 1,
          });
        });
        expect(new Set(previewOf(rows, made, {}).map(({ what }) => what))).toEqual(new Set(['same']));
      }),
      { numRuns: 300 },
    );
  });
});

it('no cell of a written file begins as a formula does', () => {
  fc.assert(
    fc.property(accounts, (accounts) => {
      const cells = accountsText(accounts, 'csv').match(/(?<=^|,|\n)"(?:[^"]|"")*"/g) ?? [];
      expect(cells.length).toBeGreaterThan(14);
      expect(cells.filter((cell) => /^"[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
    }),
  );
});

it('any bytes are read or refused in good time, and nothing else happens', () => {
  const words = fc.constantFrom(
    'name',
    'type',
    'server',
    'username',
    'password',
    '\r\n',
    '\n',
    '\0',
    '{"mailprobe":1,"accounts":[',
  );
  const anything = fc.array(fc.oneof(words, hostile, fc.string({ unit: 'binary' })), { maxLength: 40 });
  fc.assert(
    fc.property(anything, (pieces) => {
      const bytes = new TextEncoder().encode(pieces.join(''));
      try {
        const { rows } = readAccounts(bytes);
        expect(previewOf(rows, [], {})).toHaveLength(rows.length);
      } catch (error) {
        expect(error).toMatchObject({ name: 'FileRefused' });
      }
    }),
    { numRuns: 3000 },
  );
});

it('a thousand accounts are read and compared in less than a second', () => {
  const [sample = []] = fc.sample(fc.array(account, { minLength: 1000, maxLength: 1000 }), {
    numRuns: 1,
    seed: 7,
  });
  const thousand = sample.map((form, at) =>
    Account.parse({ ...form, id: String(200_000_000_000_000_000n + BigInt(at)), revision: 1 }),
  );
  const bytes = new TextEncoder().encode(accountsText(thousand, 'csv'));
  const begun = performance.now();
  const plans = previewOf(readAccounts(bytes).rows, thousand, {});
  expect(performance.now() - begun).toBeLessThan(1000);
  expect(plans.filter(({ what }) => what !== 'same')).toEqual([]);
});
