import { expect, test } from 'vitest';
import type { Letter } from '../../shared/letter.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import { savedAccount, serviceOnDisk } from '../service/service-on-disk.ts';

const own = { username: 'ann', password: 'hunter2-secret', security: 'plain' as const };
const unaborted = new AbortController().signal;
const lines = (...parts: string[]) => parts.join('\r\n');

/** By its name: what is sent, and what must be left of it. */
const hostile: Record<string, { text: string; is?: Partial<Letter>; says?: RegExp }> = {
  'a header of 10 MB': {
    text: `Subject: kept\r\nX-Long: ${'x'.repeat(10_000_000)}\r\n\r\nbody\r\n`,
    is: { subject: 'kept', textCut: true },
  },
  'a million short headers': {
    text: `Subject: kept\r\n${'X: y\r\n'.repeat(1_000_000)}\r\nbody\r\n`,
    is: { subject: 'kept', textCut: true },
  },
  '10,000 parts': {
    text: lines(
      'Subject: kept',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      `${'--b\r\n\r\npart\r\n'.repeat(10_000)}--b--`,
      '',
    ),
    is: { subject: 'kept' },
    says: /part/,
  },
  'parts nested 2,000 deep': {
    text: lines(
      'Subject: kept',
      ...Array.from(
        { length: 2_000 },
        (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}`,
      ),
      '',
      'deep',
      '',
    ),
    is: { subject: 'kept' },
    says: /--b1999/,
  },
  'letters within letters': {
    text: lines('Subject: kept', 'Content-Type: message/rfc822\r\n\r\n'.repeat(5_000), 'deep', ''),
    is: { subject: 'kept' },
  },
  'script, style and pictures': {
    text: lines(
      'Content-Type: text/html',
      '',
      '<script>fetch("http://x")</script><style>a{}</style><img src="http://x/p.png" onerror="x()"><p onclick="x()">words</p>',
      '',
    ),
    is: { text: 'words' },
  },
  'HTML that never closes': {
    text: lines('Content-Type: text/html', '', '<div><table><tr><td>'.repeat(20_000), ''),
    is: { status: 'Processed' },
  },
  'a subject of 1 MB': {
    text: `Subject: ${'s'.repeat(1_000_000)}\r\n\r\nbody\r\n`,
    is: { subject: `${'s'.repeat(997)}…` },
  },
  'a charset that nobody knows': {
    text: lines('Content-Type: text/plain; charset=x-none', '', 'words', ''),
    is: { text: 'words' },
  },
  'base64 that is none': {
    text: lines('Content-Transfer-Encoding: base64', '', '\u0001!?=\u007f', ''),
    is: { status: 'Processed' },
  },
  'controls and turned text': {
    text: lines('Subject: \u001b]0;x\u0007', '', 'a\u0000\u001b[2Jb', ''),
    is: { subject: String.raw`\x1b]0;x\x07`, text: String.raw`a\x00\x1b[2Jb` },
  },
  'a quarter of a million empty lines': {
    text: `Subject: kept\r\n\r\n${'\r\n'.repeat(250_000)}end\r\n`,
    is: { subject: 'kept', textCut: true },
  },
  'nothing at all': { text: '\r\n', is: { subject: '', text: '', sender: '' } },
};

test.for(['imap', 'pop3'] as const)(
  'hostile letters by %s are text, and the letter behind them is read',
  { timeout: 180_000 },
  async (type) => {
    const names = Object.keys(hostile);
    const ids = [...names.keys(), names.length].map((at) => String(at + 1));
    const letterOf = (id: string) =>
      hostile[names[Number(id) - 1] ?? '']?.text ?? 'Subject: last\r\n\r\nplain\r\n';
    const script = type === 'imap' ? imapScript : pop3Script;
    await using server = await scriptedServer(script({ ...own, messageIds: ids, letterOf }));
    const ground = await serviceOnDisk();
    const accountId = await savedAccount(ground, { type, port: server.port, ...own });
    const lines = await Array.fromAsync(ground.service.incoming.fetch({ accountId }, 'en', unaborted));
    expect(lines.at(-1)).toEqual({ type: 'finished', letters: ids.length, ignored: 0, left: 0 });
    const { records } = await ground.service.log.page({ limit: 100 });
    const found = records.toReversed().flatMap(({ message }) => /^Letter (\d{18})/.exec(message)?.[1] ?? []);
    const letters = await Promise.all(
      found.map(async (id) => (await ground.service.outgoing.get(id)).letter),
    );
    for (const [at, name] of names.entries()) {
      const { is = {}, says = /^/ } = hostile[name] ?? {};
      expect(letters[at], name).toMatchObject(is);
      expect(letters[at]?.text, name).toMatch(says);
      expect(letters[at]?.text ?? '', name).not.toMatch(/<script|onerror|\u001b/);
    }
    expect(letters.at(-1)).toMatchObject({ subject: 'last', text: 'plain' });
  },
);
