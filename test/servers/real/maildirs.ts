import { link, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uidValidity, type MailUser } from './users.ts';

const message = [
  'From: Someone <someone@mail.test>',
  'To: <someone@mail.test>',
  'Subject: A test message',
  'Date: Wed, 01 Jan 2025 00:00:00 +0000',
  'Message-ID: <1@mail.test>',
  '',
  'Hello.',
  '',
].join('\r\n');

/** Fills one Maildir for each user below `dir`, with UIDs that are known beforehand. */
export async function makeMaildirs(dir: string, users: readonly MailUser[]): Promise<void> {
  await mkdir(dir);
  const source = join(dir, 'message');
  await writeFile(source, message);
  for (const user of users) await fillMaildir(join(dir, user.username), user, source);
}

async function fillMaildir(maildir: string, { uids, letterOf }: MailUser, source: string): Promise<void> {
  for (const part of ['', 'cur', 'new', 'tmp']) await mkdir(join(maildir, part));
  const nameOf = (uid: number): string => `${uidValidity}.M${uid}P1.mail.test`;
  // One file under many names: 20,000 links take no space and half the time.
  const letters = uids.map((uid) => () => {
    const file = join(maildir, 'cur', `${nameOf(uid)}:2,S`);
    return letterOf ? writeFile(file, letterOf(uid)) : link(source, file);
  });
  while (letters.length > 0) await Promise.all(letters.splice(0, 200).map((make) => make()));
  // Dovecot's own list of UIDs, version 3: without it the UIDs would be 1, 2, 3 and UIDVALIDITY the time of day.
  const header = `3 V${uidValidity} N${(uids.at(-1) ?? 0) + 1}`;
  const lines = [header, ...uids.map((uid) => `${uid} :${nameOf(uid)}`), ''];
  await writeFile(join(maildir, 'dovecot-uidlist'), lines.join('\n'));
}
