import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LetterFields } from '../../daemon/store/letter-row.ts';
import { lockDataDirectory } from '../../daemon/store/lock.ts';
import { openStore } from '../../daemon/store/store.ts';
import type { Id } from '../../shared/id.ts';
import { smtpConnection } from '../store/examples.ts';
import { outgoingLetter } from './examples.ts';

/** Sends to a port where nobody listens. */
export const nowhere = {
  form: {
    name: 'Nowhere',
    label: '',
    active: true,
    connection: { ...smtpConnection, server: 'localhost', port: 1, allowAddress: true },
  },
  password: 'hunter2',
};

/** Puts letters into the file of a daemon that does not run. */
async function fill(
  directory: string,
  put: (add: (change: Partial<LetterFields>) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  // The daily copy is the daemon's to make, with its own mode.
  await using _closed = {
    async [Symbol.asyncDispose]() {
      const backups = join(directory, 'backups');
      for (const name of await readdir(backups)) await chmod(join(backups, name), 0o600);
    },
  };
  using lock = lockDataDirectory(directory);
  await using store = await openStore(lock);
  await put((change) => {
    const {
      nextAttemptAt: _next,
      accountId: _account,
      ...letter
    } = outgoingLetter({
      createdAt: new Date().toISOString(),
      status: 'Processed',
      attempts: 1,
      ...change,
    });
    return store.letters.add({ ...letter, ...(change.accountId ? { accountId: change.accountId } : {}) });
  });
}

/** A subject that no column is wide enough for, and that begins with the word for *beginning*. */
export const hebrewSubject = `התחלה ${'של נושא ארוך מאוד '.repeat(14)}סוף`;

/** Given up by us, and such as are written from right to left or try to turn what stands around them. */
export function fillWithOtherScripts(directory: string, accountId: Id): Promise<void> {
  return fill(directory, async (add) => {
    await add({ subject: 'Given up', status: 'Failed', reason: 'account_deleted' });
    await add({
      subject: 'invoice \u202Efdp.exe',
      recipients: 'Eve \u2066\u202E <eve@acme.example>',
      reply: '250 \u202E2.0.0 queued',
      accountId,
    });
    for (const direction of ['incoming', 'outgoing'] as const)
      await add({
        direction,
        accountId,
        subject: direction === 'incoming' ? 'שלום: דוח 5' : hebrewSubject,
        sender: 'أحمد علي <ahmad@acme.example>, 5',
        recipients: 'שרה כהן <sara@acme.example>, דוד <david@acme.example>',
        cc: 'אבי <avi@acme.example>',
        messageId: 'אבג-5@acme.example',
        reply: '550 5.1.1 התיבה מלאה 12',
        status: 'Processed',
        text: 'שלום לך\n\nשורה 2',
        headers: [{ name: 'X-Other', value: 'ערך 5 (abc)' }],
        deliveries: [
          { address: 'sara@acme.example', outcome: 'accepted', reply: '250 התקבל 5' },
          { address: 'david@acme.example', outcome: 'refused', reply: '550 לא 5' },
        ],
      });
  });
}

/** Twelve that were sent, one of each end, and one that came. */
export function fillWithLetters(directory: string, accountId: Id): Promise<void> {
  return fill(directory, (add) => addLetters(add, accountId));
}

async function addLetters(
  add: (change: Partial<LetterFields>) => Promise<unknown>,
  accountId: Id,
): Promise<void> {
  const deliveries = [
    { address: 'bob@acme.example', outcome: 'accepted' as const, reply: '250 2.1.5 Ok' },
    { address: 'eve@acme.example', outcome: 'refused' as const, reply: '550 5.1.1 no such user' },
  ];
  await add({
    subject: 'Account gone',
    recipients: 'Bob <bob@acme.example>, eve@acme.example',
    cc: 'Fay <fay@acme.example>',
    deliveries,
  });
  await add({ subject: 'Half way', accountId, recipients: 'bob@acme.example, eve@acme.example', deliveries });
  for (let n = 1; n <= 12; n += 1)
    await add({ subject: `Letter ${n}`, queueId: `4Xy${n}`, reply: '250 2.0.0 Ok' });
  await add({ subject: 'Handed over', accountId, status: 'Unknown' });
  await add({
    accountId,
    subject: 'Rejected <b>subject</b>',
    status: 'Failed',
    failureKind: 'server_error',
    reply: '550 5.1.1 no such user',
    text: '<script>alert(1)</script>\n\nA second line',
    deliveries: [{ address: 'bob@acme.example', outcome: 'refused', reply: '550 5.1.1 no such user' }],
  });
  await add({
    direction: 'incoming',
    accountId,
    byDefault: true,
    subject: 'Hello from outside',
    sentAt: '2026-11-22T20:00:00.000Z',
    headers: [
      { name: 'Received', value: 'from mail.example by mx.acme.example' },
      { name: 'X-Long', value: 'x'.repeat(2_000) },
    ],
  });
}
