import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, inject, test } from 'vitest';
import {
  addressOf,
  type Fate,
  fateDelays,
  fateFolders,
  mailboxOf,
  receivingHost,
  sender,
} from '../servers/real/fates.ts';
import type { MailUser } from '../servers/real/users.ts';
import { runProgram, type ProgramResult } from '../servers/run-program.ts';
import { tlsSession } from '../servers/tls-session.ts';

const { ca, ports } = inject('realServers');

interface Sent {
  subject: string;
  result: ProgramResult;
}

async function send(fate: Fate): Promise<Sent> {
  const subject = randomUUID();
  const server = ['--server', '127.0.0.1', '--port', String(ports.smtps), '--tls-on-connect'];
  const login = ['--auth', 'PLAIN', '-au', sender.username, '-ap', sender.password];
  const letter = ['--from', sender.username, '--to', addressOf(fate), '--header', `Subject: ${subject}`];
  return { subject, result: await runProgram('swaks', ...server, ...login, ...letter) };
}

/** The whole letters in a folder whose text holds these words, as soon as there are so many; else what is there after 15 s. */
async function lettersIn(user: MailUser, folder: string, words: string, wanted: number): Promise<string[]> {
  for (const deadline = Date.now() + 15_000; ; await sleep(100)) {
    const login = `1 LOGIN ${user.username} ${user.password}`;
    const found = await tlsSession(
      ports.imaps,
      ca,
      login,
      `2 EXAMINE "${folder}"`,
      `3 UID SEARCH TEXT "${words}"`,
      '4 FETCH 1:* BODY.PEEK[]',
      '5 LOGOUT',
    );
    const uids = /^\* SEARCH(.*)\r$/m.exec(found)?.[1]?.trim().split(' ').filter(Boolean) ?? [];
    if (uids.length >= wanted || Date.now() > deadline) {
      return found
        .split(/^\* \d+ FETCH /m)
        .slice(1)
        .filter((letter) => letter.includes(words));
    }
  }
}

describe.concurrent('a letter', () => {
  test.each([
    ['inbox', 'INBOX', 1],
    ['junk', fateFolders.junk, 1],
    ['folder', fateFolders.folder, 1],
    ['twice', 'INBOX', 2],
  ] as const)('to %s is delivered to %s, %i times', async (fate, folder, times) => {
    const { subject } = await send(fate);
    const letters = await lettersIn(mailboxOf(fate), folder, subject, times);
    expect(letters).toHaveLength(times);
    expect(letters[0]?.match(/^Received: /gm)).toHaveLength(3);
    expect(letters[0]).toContain(`Authentication-Results: ${receivingHost}; spf=pass`);
  });

  test.each(['slow', 'greylisted'] as const)('to %s comes later', async (fate) => {
    const began = Date.now();
    const { subject } = await send(fate);
    expect(await lettersIn(mailboxOf(fate), 'INBOX', subject, 1)).toHaveLength(1);
    expect(Date.now() - began).toBeGreaterThanOrEqual(fateDelays[fate]);
  });

  test('to spoofed arrives with the bad results that it has', async () => {
    const { subject } = await send('spoofed');
    const [letter] = await lettersIn(mailboxOf('spoofed'), 'INBOX', subject, 1);
    expect(letter).toMatch(/^Authentication-Results: mx\.fate\.test; spf=fail .*; dmarc=fail /m);
  });

  test('to forged carries results of two hands in the same name', async () => {
    const { subject } = await send('forged');
    const [letter] = await lettersIn(mailboxOf('forged'), 'INBOX', subject, 1);
    const results = letter?.match(/^Authentication-Results: .*(?=\r$)/gm);
    expect(results?.map((line) => /spf=(\w+)/.exec(line)?.[1])).toEqual(['softfail', 'pass']);
  });

  test.each([
    ['deferred', /451 4\.3\.2 .*Try again later/],
    ['refused', /550 5\.1\.1 .*No such mailbox here/],
    ['refused-data', /554 5\.7\.1 .*not wanted here/],
  ] as const)('to %s is not accepted', async (fate, reply) => {
    const { result } = await send(fate);
    expect(result.exitCode).not.toBe(0);
    expect(result.output).toMatch(reply);
  });

  test.each([
    ['refused-later', '5.7.1'],
    ['full', '5.2.2'],
  ] as const)('to %s comes back with the status %s', async (fate, status) => {
    const { subject, result } = await send(fate);
    expect(result.exitCode).toBe(0);
    const [report] = await lettersIn(sender, 'INBOX', subject, 1);
    expect(report).toMatch('report-type=delivery-status');
    expect(report).toMatch(`Status: ${status}`);
  });

  test.each(['held', 'lost'] as const)('to %s is accepted and does not come', async (fate) => {
    const { subject, result } = await send(fate);
    expect(result).toMatchObject({
      exitCode: 0,
      output: expect.stringMatching(/250 2\.0\.0 Ok: queued as \w+/),
    });
    const next = await send('inbox');
    await lettersIn(mailboxOf('inbox'), 'INBOX', next.subject, 1);
    const login = `1 LOGIN ${addressOf(fate)} ${mailboxOf(fate).password}`;
    const found = await tlsSession(
      ports.imaps,
      ca,
      login,
      '2 EXAMINE INBOX',
      `3 SEARCH TEXT ${subject}`,
      '4 LOGOUT',
    );
    expect(found).toMatch(/^\* SEARCH\r$/m);
  });
});
