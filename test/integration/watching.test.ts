import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { hopsOf } from '../../daemon/service/letters/round-trip/hops.ts';
import { seenLetter } from '../../daemon/service/letters/round-trip/seen-letter.ts';
import { at, count, imap, pop3, said, usual } from '../letters/watched-servers.ts';
import { watching } from '../letters/watching.ts';
import { step } from '../servers/steps.ts';

/** Any folder, with all letters there are. */
const opening = (messageIds: readonly string[]) =>
  step('open', async (peer) => {
    const next = Number(messageIds.at(-1) ?? 0) + 1;
    await peer.write(
      `* ${messageIds.length} EXISTS\r\n* OK [UIDVALIDITY 1] x\r\n* OK [UIDNEXT ${next}] x\r\n${peer.tag} OK done\r\n`,
    );
  });

test('with IDLE seconds of waiting cost no command on INBOX; junk is asked without opening it', async () => {
  const folders = ['* LIST () "/" INBOX', '* LIST (\\Junk) "/" Spam', 'OK done'];
  const opened = ['* 0 EXISTS', '* OK [UIDVALIDITY 1] x', '* OK [UIDNEXT 1] x', 'OK [READ-ONLY] Opened'];
  await using server = await imap({ on: { LIST: folders, EXAMINE: opened } });
  const seen = await watching(at(server, 'imap'), { ms: 2_500 });
  expect(seen.failed).toBeUndefined();
  const lines = said(server);
  const from = lines.findIndex((line) => line === 'IDLE');
  const to = lines.findLastIndex((line) => line === 'DONE');
  const waiting = lines.slice(from, to);
  expect(count(waiting, /^(?:EXAMINE|SELECT|NOOP|UID|FETCH)/)).toBe(0);
  expect(count(waiting, /^STATUS "?Spam"? \(UIDNEXT UIDVALIDITY\)/)).toBeGreaterThanOrEqual(3);
  expect(new Set(waiting.map((line) => line.split(' ')[0]))).toEqual(new Set(['IDLE', 'DONE', 'STATUS']));
  // Known before, opened for IDLE, looked into at the end.
  expect(count(lines, /^EXAMINE "?INBOX/)).toBe(3);
});

test('a letter that comes during IDLE is there at once, also one that comes while junk is asked', async () => {
  for (const during of ['IDLE', 'STATUS'] as const) {
    const messageIds: string[] = [];
    const arrives = step('a letter comes', async (peer) => {
      const { tag } = peer;
      if (during === 'IDLE') await peer.write('+ idling\r\n');
      if (messageIds.length === 0) {
        messageIds.push('7');
        await peer.write('* 1 EXISTS\r\n');
      }
      if (during === 'IDLE') await peer.readLine();
      else await peer.write('* STATUS Spam (UIDNEXT 1 UIDVALIDITY 1)\r\n');
      await peer.write(`${tag} OK done\r\n`);
    });
    const junk = during === 'STATUS' ? ['* LIST (\\Junk) "/" Spam'] : [];
    await using server = await imap({
      messageIds,
      on: {
        LIST: ['* LIST () "/" INBOX', ...junk, 'OK done'],
        EXAMINE: opening(messageIds),
        [during]: arrives,
      },
    });
    const began = performance.now();
    const { letters, failed } = await watching(at(server, 'imap'), { ms: 20_000, untilFound: true });
    expect(failed).toBeUndefined();
    expect(letters[0]?.raw.toString()).toContain('Subject: Letter 7');
    expect(performance.now() - began).toBeLessThan(4_000);
  }
});

test('a server that offers IDLE and refuses it, or knows none, is polled', async () => {
  for (const [capabilities, idles] of [
    [[...usual, 'IDLE'], 1],
    [usual, 0],
  ] as const) {
    await using server = await imap({ capabilities, on: { IDLE: 'NO not today' } });
    const { failed } = await watching(at(server, 'imap'), { ms: 1_800 });
    expect(failed).toBeUndefined();
    const lines = said(server);
    expect(count(lines, /^IDLE$/)).toBe(idles);
    expect(count(lines, /^EXAMINE "?INBOX/)).toBeGreaterThanOrEqual(4);
  }
});

test('the end of the time ends an IDLE at once', async () => {
  await using server = await imap({});
  const began = performance.now();
  const { looks } = await watching(at(server, 'imap'), { ms: 300 });
  expect(looks).toBe(2);
  expect(performance.now() - began).toBeLessThan(2_500);
});

test('a server that talks without end during IDLE does not hold up the end of the time', async () => {
  const talking = step('talk', async (peer) => {
    const { tag } = peer;
    const end = new AbortController();
    const talk = (async () => {
      await peer.write('+ idling\r\n');
      while (!end.signal.aborted) {
        await peer.write('* OK Still here\r\n');
        await sleep(1);
      }
    })();
    await peer.readLine();
    end.abort();
    await talk;
    await peer.write(`${tag} OK done\r\n`);
  });
  await using server = await imap({ on: { IDLE: talking } });
  const began = performance.now();
  const seen = await watching(at(server, 'imap'), { ms: 500 });
  expect(seen.failed).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(4_000);
});

test('a letter that comes in while many other folders are searched is told before they all are', async () => {
  const messageIds: string[] = [];
  const others = Array.from({ length: 60 }, (_, at) => `Folder${at}`);
  const open = step('open', async (peer) => {
    await sleep(25);
    const asked = peer.receivedBeforeTls.toString().trimEnd().split('\r\n').at(-1) ?? '';
    if (/Folder5\b/.test(asked)) messageIds.push('7');
    const inInbox = asked.includes('INBOX') ? messageIds.length : 0;
    await peer.write(`* ${inInbox} EXISTS\r\n* OK [UIDVALIDITY 1] x\r\n`);
    await peer.write(`* OK [UIDNEXT ${inInbox > 0 ? 8 : 1}] x\r\n${peer.tag} OK done\r\n`);
  });
  const search = step('search', async (peer) => {
    await sleep(25);
    await peer.write(`* SEARCH\r\n${peer.tag} OK done\r\n`);
  });
  const LIST = ['INBOX', ...others].map((name) => `* LIST () "/" ${name}`);
  await using server = await imap({
    messageIds,
    on: { LIST: [...LIST, 'OK done'], EXAMINE: open, 'UID SEARCH': search },
  });
  const { letters, failed, searched } = await watching(at(server, 'imap'), { ms: 300, untilFound: true });
  expect(failed).toBeUndefined();
  expect(letters[0]?.raw.toString()).toContain('Subject: Letter 7');
  // Nor are the others searched when nothing is waited for any more.
  expect(searched).not.toContain('Folder50');
});

test('of a maildrop nothing that was listed before is taken for new, and a letter that is gone ends nothing', async () => {
  const messageIds = ['old'];
  let gone = true;
  const top = step('TOP', async (peer) => {
    await peer.write(gone ? '-ERR no such message\r\n' : '+OK\r\nSubject: new\r\n\r\n.\r\n');
    gone = false;
  });
  await using server = await pop3({ messageIds, on: { TOP: top } });
  const known = new Set<string>();
  const first = await watching(at(server, 'pop3'));
  expect(first.letters).toEqual([]);
  known.add('old');
  messageIds.push('new');
  const second = await watching(at(server, 'pop3'), { known });
  expect(second.failed).toBeUndefined();
  expect(second.letters).toEqual([]);
  // Refused is not seen: a server may only be busy with it.
  const third = await watching(at(server, 'pop3'), { known });
  expect(third.letters.map(({ raw }) => raw.toString())).toEqual([expect.stringContaining('Subject: new')]);
  expect((await watching(at(server, 'pop3'), { known })).letters).toEqual([]);
});

test('nothing that is read out of a letter, nor its folder, holds the password or rules the page', async () => {
  const token = 'mp0123456789abcdef0123';
  const bidi = '\u202e';
  const letter = [
    `Received: from pw-Small-1 by cHctU21hbGwtMQ== with ESMTP id pw-Small-1BIDI; Mon, 23 Nov 2026 03:51:12 +0000`,
    `Message-ID: <${token}@x.test>`,
    `Subject: ${token}`,
    '',
    '',
  ].join('\r\n');
  const messageIds: string[] = [];
  await using server = await imap({
    messageIds,
    letterOf: () => letter,
    on: {
      LIST: ['* LIST (\\Junk) "/" "pw-Small-1 junk\u202e"', '* LIST () "/" INBOX', 'OK done'],
      EXAMINE: opening(messageIds),
    },
  });
  const seen = await watching(at(server, 'imap'), { ms: 500, begin: () => void messageIds.push('7') });
  const [found] = seen.letters;
  if (!found) throw new Error('There is no letter.');
  const ours = seenLetter(found.raw.toString().replace('BIDI', bidi), token, found.scrub);
  const hops = ours?.kind === 'letter' ? hopsOf(ours.fields, { sentAt: new Date(), seenAt: new Date() }) : [];
  expect(hops).toHaveLength(1);
  const told = JSON.stringify([hops, seen.letters.map(({ folder }) => folder)]);
  expect(told).not.toMatch(/pw-Small-1|cHctU21hbGwtMQ/);
  expect(told).not.toContain(bidi);
});

test('a folder that cannot be searched is not told as searched', async () => {
  const found = ['* LIST () "/" INBOX', '* LIST () "/" Rules', 'OK done'];
  await using server = await imap({ on: { LIST: found, EXAMINE: opening([]), 'UID SEARCH': 'NO not now' } });
  const seen = await watching(at(server, 'imap'), { ms: 0 });
  expect(seen.failed).toBeUndefined();
  expect(new Set(seen.searched)).toEqual(new Set(['INBOX']));
});

test('the copy that a server keeps for the sender is no arrival', async () => {
  const found = ['* LIST () "/" INBOX', '* LIST (\\Sent) "/" Gesendet', '* LIST () "/" Rules', 'OK done'];
  await using server = await imap({
    messageIds: ['3'],
    on: { LIST: found, EXAMINE: opening(['3']), 'UID SEARCH': ['* SEARCH 3', 'OK done'] },
  });
  const seen = await watching(at(server, 'imap'), { ms: 0 });
  expect(seen.failed).toBeUndefined();
  expect(seen.letters.map(({ folder }) => folder)).toEqual(['Rules']);
  expect(new Set(seen.searched)).toEqual(new Set(['INBOX', 'Rules']));
  expect(count(said(server), /^EXAMINE "?Gesendet/)).toBe(0);
});

test.each([
  ['from the start', 1],
  ['any more', 2],
])('a junk folder that cannot be opened %s is left out, and the letter is sent', async (_when, gone) => {
  let opened = 0;
  let begun = 0;
  const open = step('open', async (peer) => {
    const isSpam = said(server)
      .findLast((line) => line.startsWith('EXAMINE'))
      ?.includes('Spam');
    if (isSpam) opened += 1;
    const state = '* 0 EXISTS\r\n* OK [UIDVALIDITY 1] x\r\n* OK [UIDNEXT 1] x\r\n';
    const reply =
      isSpam && opened >= gone ? `${peer.tag} NO [NOPERM] Not yours` : `${state}${peer.tag} OK done`;
    await peer.write(`${reply}\r\n`);
  });
  const folders = ['* LIST () "/" INBOX', '* LIST () "/" bob/Spam', 'OK done'];
  await using server = await imap({
    on: { LIST: folders, EXAMINE: open, STATUS: 'NO [NOPERM] Not yours' },
  });
  const seen = await watching(at(server, 'imap'), { ms: 1_200, begin: () => void (begun += 1) });
  expect(seen.failed).toBeUndefined();
  expect(begun).toBe(1);
  expect(new Set(seen.searched)).toEqual(new Set(['INBOX']));
});
