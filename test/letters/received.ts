import { ImapFlow } from 'imapflow';
import { setTimeout as sleep } from 'node:timers/promises';
import { mailboxOf } from '../servers/real/fates.ts';

/** The letters with these Message-IDs (bare) in the mailbox that letters arrive in, once there are as many as wanted, or after a while. */
export async function received(
  port: number,
  messageIds: readonly string[],
  wanted: number = messageIds.length,
): Promise<{ messageId: string; source: string }[]> {
  const { username: user, password: pass } = mailboxOf('inbox');
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: true,
    tls: { rejectUnauthorized: false },
    auth: { user, pass },
    logger: false,
  });
  await client.connect();
  try {
    for (let tries = 0; ; tries++) {
      const found = await look(client, new Set(messageIds));
      if (found.length >= wanted || tries > 100) return found;
      await sleep(100);
    }
  } finally {
    client.close();
  }
}

async function look(client: ImapFlow, wanted: ReadonlySet<string>) {
  const lock = await client.getMailboxLock('INBOX', { readOnly: true });
  const found: { messageId: string; source: string }[] = [];
  try {
    if (client.mailbox === false || client.mailbox.exists === 0) return found;
    for await (const { source } of client.fetch('1:*', { source: true })) {
      const text = source?.toString() ?? '';
      const messageId = /^Message-ID: <(.*)>\r?$/im.exec(text)?.[1] ?? '';
      if (wanted.has(messageId)) found.push({ messageId, source: text });
    }
    return found;
  } finally {
    lock.release();
  }
}
