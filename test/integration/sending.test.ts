import { expect, describe, test } from 'vitest';
import { letterServer as server } from '../letters/letter-server.ts';
import { sent } from '../letters/sent.ts';

describe('a letter', () => {
  test('is taken with its envelope, its id at the server is known, and Bcc is nowhere in it', async () => {
    const { target, letters } = await server();
    const recipients = ['bob@mail.test', 'eve@mail.test'];
    const done = await sent(target, { recipients, letter: { to: 'Bob <bob@mail.test>' } });
    expect(done).toMatchObject({
      outcome: 'taken',
      reply: '250 2.0.0 Ok: queued as 4Z1',
      queueId: '4Z1',
      outcomes: ['accepted', 'accepted'],
    });
    expect(done.handedOver?.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown']);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ mail: 'FROM:<small@mail.test>', rcpt: recipients });
    expect(letters[0]?.text).toMatch(/^To: Bob <bob@mail\.test>\r\n/m);
    expect(letters[0]?.text).not.toMatch(/eve|bcc/i);
    expect(letters[0]?.text).toMatch(/\r\n\r\nHello\r\n$/);
  });

  test.each([
    ['7bit', 'Dots:\n.\n..\n.hidden\nend', ['PIPELINING', '8BITMIME']],
    ['8bit', 'Grüße\n.\n\r\n.', ['8BITMIME']],
    ['quoted-printable', 'Grüße\n.\n=20', []],
    ['base64', 'Привет всем, это письмо на русском языке\n.\n', []],
    ['quoted-printable', `long ${'x'.repeat(2_000)}`, ['8BITMIME']],
  ])('goes as %s with its dots and line ends', async (encoding, text, offered) => {
    const { target, letters } = await server({ capabilities: [...offered, 'AUTH PLAIN'] });
    expect(await sent(target, { letter: { text } })).toMatchObject({ outcome: 'taken' });
    const { text: taken = '', mail } = letters[0] ?? {};
    expect(taken).toMatch(new RegExp(`^Content-Transfer-Encoding: ${encoding}\r$`, 'm'));
    expect(mail?.includes('BODY=8BITMIME')).toBe(encoding === '8bit');
    expect(bodyOf(taken, encoding)).toBe(
      `${text.replaceAll(/\r\n|\n/g, '\r\n').replace(/(\r\n)+$/, '')}\r\n`,
    );
  });

  test('announces its size, and is not sent where that is too much', async () => {
    const small = await server({ capabilities: ['SIZE 400', 'AUTH PLAIN'] });
    const refused = await sent(small.target, { letter: { text: 'x'.repeat(500) } });
    expect(refused).toMatchObject({ outcome: 'refused', failure: { kind: 'message_too_large' } });
    expect(refused.outcomes).toEqual(['refused']);
    expect(small.running.receivedBeforeTls.toString()).not.toContain('MAIL');
    const large = await server({ capabilities: ['SIZE 40000', 'AUTH PLAIN'] });
    await sent(large.target);
    const { mail, text = '' } = large.letters[0] ?? {};
    expect(mail).toBe(`FROM:<small@mail.test> SIZE=${text.length}`);
  });

  test('asks for SMTPUTF8 only where an address needs it, and is refused where that is not offered', async () => {
    const international = { recipients: ['пётр@почта.test'], letter: { subject: 'Привет' } };
    const able = await server({ capabilities: ['SMTPUTF8', '8BITMIME', 'AUTH PLAIN'] });
    expect(await sent(able.target, international)).toMatchObject({ outcome: 'taken' });
    expect(able.letters[0]?.mail).toBe('FROM:<small@mail.test> SMTPUTF8');
    expect(able.letters[0]?.rcpt).toEqual(['пётр@xn--80a1acny.test']);
    await sent(able.target, { recipients: ['bob@почта.test'] });
    expect(able.letters[1]).toMatchObject({
      mail: 'FROM:<small@mail.test>',
      rcpt: ['bob@xn--80a1acny.test'],
    });
    const unable = await server();
    const refused = await sent(unable.target, international);
    expect(refused).toMatchObject({ outcome: 'refused', failure: { kind: 'recipient_rejected' } });
    expect(unable.letters).toEqual([]);
  });

  test('has no header that somebody else has begun', async () => {
    const { target, letters } = await server();
    const evil = 'x\r\nBcc: eve@mail.test\r\n\r\nbody\n.\nMAIL FROM:<>';
    await sent(target, {
      letter: {
        subject: evil,
        to: `"${evil}" <bob@mail.test>`,
        from: `"${evil}" <small@mail.test>`,
        messageId: evil,
      },
    });
    expect(letters).toHaveLength(1);
    const [head = ''] = letters[0]?.text.split('\r\n\r\n') ?? [];
    const names = head
      .split('\r\n')
      .filter((line) => !/^\s/.test(line))
      .map((line) => line.split(':')[0] ?? '');
    expect(new Set(names)).toEqual(
      new Set([
        'Content-Transfer-Encoding',
        'Content-Type',
        'Date',
        'From',
        'MIME-Version',
        'Message-ID',
        'Subject',
        'To',
      ]),
    );
    expect(names).toHaveLength(8);
  });
});

test('a server that echoes the password gets it back redacted, and the letter is in no event', async () => {
  const { target } = await server({
    recipients: { 'bob@mail.test': '550 5.1.1 pw-Small-1 is unknown' },
    on: { MAIL: '250 pw-Small-1 may send' },
  });
  const done = await sent(
    { ...target, settings: { debug: true } },
    { recipients: ['bob@mail.test', 'eve@mail.test'], letter: { text: 'Between us' } },
  );
  expect(done.outcome).toBe('taken');
  const told = JSON.stringify(done);
  expect(told).not.toContain('pw-Small-1');
  expect(told).not.toContain('Between us');
  expect(told).toContain('DATA');
});

function bodyOf(text: string, encoding: string): string {
  const body = text.slice(text.indexOf('\r\n\r\n') + 4);
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return body;
  const octets = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(octets, 'latin1').toString();
}
