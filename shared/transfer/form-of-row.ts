import { type Account, AccountForm, ConnectionSettings, defaultPort, securityOf } from '../account.ts';
import { type Column, columnNames } from './column.ts';
import type { Given, Row, RowError } from './row.ts';

/**
 * The account that a row describes; what it leaves out is as the stored one has it, or as the form begins. Confirmations
 * come from the stored one alone, and fall with the server and the port that they were given for.
 */
export function formOfRow(given: Given, stored?: Account): AccountForm {
  const before = stored?.connection;
  const type = given.type ?? before?.type ?? 'imap';
  const { ssl, tls } = security(given, before);
  const server = (given.server ?? before?.server ?? '').trim();
  const port = given.port ?? before?.port ?? defaultPort(type, securityOf({ ssl, tls }));
  const stays = before?.server === server && before.port === port;
  const from = given.from ?? before?.from;
  return {
    name: (given.name ?? stored?.name ?? '').trim(),
    label: given.label ?? stored?.label ?? '',
    active: given.active ?? stored?.active ?? true,
    connection: {
      type,
      server,
      port,
      username: given.username ?? before?.username ?? '',
      ...(type === 'smtp' && from ? { from } : {}),
      ssl,
      tls,
      insecure: given.insecure ?? before?.insecure ?? false,
      debug: given.debug ?? before?.debug ?? false,
      allowPlain: stays && before.allowPlain && !ssl && !tls,
      allowAddress: stays && before.allowAddress,
      pin: given.pin ?? before?.pin ?? '',
    },
  };
}

/** Never plain text by leaving something out: that is what a row says itself. */
function security({ type = 'imap', port, ssl, tls }: Given, before: Account['connection'] | undefined) {
  if (ssl === undefined && tls === undefined) {
    if (before) return { ssl: before.ssl, tls: before.tls };
    const usual = port !== undefined && port === defaultPort(type, 'tls');
    return { ssl: !usual, tls: usual };
  }
  return {
    ssl: ssl ?? (tls ? false : (before?.ssl ?? false)),
    tls: tls ?? (ssl ? false : (before?.tls ?? false)),
  };
}

/** All that is wrong with the account of a row: each field with the sentence that the form would show, or a rule of reading. */
export function rowErrors(row: Row, form: AccountForm, stored: boolean): readonly RowError[] {
  const missing: RowError[] =
    !stored && row.given.type === undefined && !row.errors.some(({ field }) => field === 'type')
      ? [{ field: 'type', rule: 'typeMissing' }]
      : [];
  const own = [...row.errors, ...missing];
  const told = new Set(own.map(({ field }) => field));
  const broken = [...sentencesOf(form)].filter(([field]) => !told.has(field));
  const errors = [...own, ...broken.map(([field, message]): RowError => ({ field, message }))];
  return errors.toSorted((one, other) => place(one) - place(other));
}

function place({ field }: RowError): number {
  return field ? columnNames.indexOf(field) : -1;
}

function sentencesOf(form: AccountForm): Map<Column, string> {
  // Plain text is a question, not a mistake.
  const connection = { ...form.connection, allowPlain: true };
  const own = issuesOf(AccountForm, { ...form, connection });
  // Rules over several fields are not asked while one field is wrong: here they are asked with that one mended.
  const mended = Object.entries(sound).filter(([name]) => own.has(name as Column));
  const between = issuesOf(ConnectionSettings, { ...connection, ...Object.fromEntries(mended) });
  return new Map([...between, ...own]);
}

const sound = { server: 'mail.example.com', port: 993, username: 'ada', pin: '' };

function issuesOf(
  schema: typeof AccountForm | typeof ConnectionSettings,
  value: unknown,
): Map<Column, string> {
  const found = new Map<Column, string>();
  for (const { path, message } of schema.safeParse(value).error?.issues ?? []) {
    const field = columnNames.find((name) => name === path.at(-1));
    // The first rule that is broken says most.
    if (field && !found.has(field)) found.set(field, message);
  }
  return found;
}
