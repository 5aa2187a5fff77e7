import { expect, test } from 'vitest';
import { stolenTime } from '../stolen-time.ts';
import type { Letter } from '../../shared/letter.ts';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { pop3Script } from '../servers/scripts/pop3.ts';
import { savedAccount, serviceOnDisk } from '../service/service-on-disk.ts';

const own = { username: 'ann', password: 'hunter2-secret', security: 'plain' as const };
const unaborted = new AbortController().signal;
const lines = (...parts: string[]) => parts.join('\r\n');

interface Hostile {
  text: string;
  is: Partial<Letter>;
  says?: RegExp;
  holds?: (letter: Letter) => boolean;
}

/** By its name: what is sent, and what must be left of it. */
const hostile: Record<string, Hostile> = {
  'a header of 10 MB': {
    text: `Subject: kept\r\nX-Long: ${'x'.repeat(10_000_000)}\r\n\r\nbody\r\n`,
    // Of a header that does not end within what is read there is nothing but its name.
    is: { subject: 'kept', text: '', textCut: true, octets: 10_000_033 },
    holds: ({ headers }) => headers.every(({ name, value }) => (name + value).length < 9_000),
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
    is: { subject: 'kept', status: 'Processed' },
    says: /^(?:part\s+)*part$/,
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
    is: { subject: 'kept', status: 'Processed' },
  },
  'MIME that is broken in every way': {
    text: lines(
      'Subject: =?utf-8?q?kept=?=',
      'Content-Type: multipart/mixed; boundary="b; charset="',
      'Content-Transfer-Encoding: base65',
      'X no colon',
      ': no name',
      '',
      '--b',
      'Content-Type: text/html; charset',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<p>=G1=</p>words',
      '--b--trailing',
      '--b',
    ),
    is: { status: 'Processed' },
    says: /words/,
  },
  'HTML whose tags are as deep as it is long': {
    text: lines('Content-Type: text/html', '', `${'<b>'.repeat(60_000)}words`, ''),
    is: { status: 'Processed' },
  },
  'HTML of attributes without end': {
    text: lines('Content-Type: text/html', '', `<p ${'a="'.repeat(80_000)}`, ''),
    is: { status: 'Processed' },
  },
  'addresses without end': {
    text: `Subject: kept\r\nTo: ${'a@b.example, '.repeat(15_000)}c@d.example\r\n\r\nbody\r\n`,
    is: { subject: 'kept', text: 'body' },
    holds: ({ recipients }) => recipients.length <= 8_000,
  },
  'groups within groups of addresses': {
    text: `Subject: kept\r\nTo: ${'g: '.repeat(50_000)}a@b.example\r\n\r\nbody\r\n`,
    is: { subject: 'kept', text: 'body' },
  },
  'encoded words without end': {
    text: `Subject: ${'=?utf-8?q?x?= '.repeat(15_000)}\r\n\r\nbody\r\n`,
    is: { text: 'body' },
    holds: ({ subject }) => /^x{900,}…$/.test(subject),
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
    using stolen = stolenTime();
    const started = performance.now();
    const lines = await Array.fromAsync(ground.service.incoming.fetch({ accountId }, 'en', unaborted));
    expect(lines.at(-1)).toEqual({ type: 'finished', letters: ids.length, ignored: 0, left: 0 });
    // Two tries of five seconds are what any one of them may take; together they stay far below that.
    expect(performance.now() - started - stolen.ms()).toBeLessThan(60_000);
    const { records } = await ground.service.log.page({ limit: 100 });
    const found = records.toReversed().flatMap(({ message }) => /^Letter (\d{18})/.exec(message)?.[1] ?? []);
    const letters = await Promise.all(
      found.map(async (id) => (await ground.service.outgoing.get(id)).letter),
    );
    for (const [at, name] of names.entries()) {
      const { is = {}, says = /^/, holds = () => true } = hostile[name] ?? {};
      const letter = letters[at];
      expect(letter, name).toMatchObject(is);
      expect(letter?.text, name).toMatch(says);
      expect(letter && holds(letter), name).toBe(true);
      const shown = JSON.stringify({ ...letter, headers: letter?.headers.map(({ value }) => value) });
      expect(shown, name).not.toMatch(/<script|onerror|onclick|http:|\\u001b/);
      expect(shown.length, name).toBeLessThan(400_000);
    }
    expect(letters.at(-1)).toMatchObject({ subject: 'last', text: 'plain' });
  },
);
