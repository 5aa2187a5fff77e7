import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../daemon/service/letters/parse/parse-letter.ts';

const parse = (...lines: string[]) => {
  const raw = Buffer.from(lines.join('\r\n'));
  return parseLetter({ raw, octets: raw.length });
};

describe('a letter', () => {
  test('is read with names, addresses, subject, date and text', async () => {
    const letter = await parse(
      'From: =?utf-8?q?J=C3=BCrgen?= <j@example.org>',
      'To: Ann <ann@example.org>, Team: a@example.org, b@example.org;',
      'Cc: c@example.org',
      'Reply-To: desk@example.org',
      'Subject: =?utf-8?B?0J/RgNC40LLQtdGC?=',
      'Date: Mon, 1 Jan 2024 10:00:00 +0100',
      'Message-ID: <one@example.org>',
      '',
      'Good day,',
      'Ann.',
    );
    expect(letter).toMatchObject({
      sender: 'Jürgen <j@example.org>',
      recipients: 'Ann <ann@example.org>, Team: a@example.org, b@example.org;',
      cc: 'c@example.org',
      replyTo: 'desk@example.org',
      subject: 'Привет',
      messageId: 'one@example.org',
      sentAt: '2024-01-01T09:00:00.000Z',
      text: 'Good day,\nAnn.',
      textCut: false,
      toItself: false,
    });
    expect(letter.headers).toContainEqual({ name: 'Subject', value: 'Привет' });
  });

  test('of HTML is text: words and addresses, no script, no style, nothing to load', async () => {
    const { text } = await parse(
      'Content-Type: text/html; charset=utf-8',
      '',
      '<style>p { color: red }</style><script>alert(1)</script><img src="https://example.org/pixel">',
      '<h1>Bill</h1><p>See <a href="https://example.org/pay">here</a>.</p><table><tr><td>Sum</td><td>7</td></tr></table>',
    );
    expect(text).toBe('Bill\n\nSee here [https://example.org/pay].\n\nSum\n7');
  });

  test('is taken from its plain part where it has both', async () => {
    const { text } = await parse(
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>rich</p>',
      '--b',
      '',
      'plain',
      '--b--',
    );
    expect(text).toBe('plain');
  });

  test('that was sent to its own sender is known as such, whatever the case', async () => {
    const own = await parse('From: Desk <Desk@Example.org>', 'To: a@example.org, desk@example.ORG', '', '');
    const other = await parse(
      'From: Desk <desk@example.org>',
      'To: a@example.org',
      'Cc: desk@example.org',
      '',
      '',
    );
    expect([own.toItself, other.toItself]).toEqual([true, false]);
  });

  test('keeps its digest when only the server changes, and has another when the letter does', async () => {
    const digest = async (subject: string, id: string[]) =>
      Buffer.from((await parse(...id, `Subject: ${subject}`, '', 'text')).digest).toString('hex');
    const named = ['Message-ID: <one@example.org>'];
    expect(await digest('same', named)).toBe(await digest('same', named));
    expect(await digest('same', named)).not.toBe(await digest('same', ['Message-ID: <two@example.org>']));
    expect(await digest('some', [])).not.toBe(await digest('same', []));
  });
});

describe('a hostile letter', () => {
  test('shows what would command a terminal or turn a line around as escapes', async () => {
    const letter = await parse(
      'Subject: \u001b[31mred\u202egpj',
      '',
      'a\u0000b\u001b[2J\u202e',
      'next\u00ad\u200b line',
    );
    expect(letter.subject).toBe(String.raw`\x1b[31mred\u202egpj`);
    expect(letter.text).toBe(String.raw`a\x00b\x1b[2J\u202e` + '\nnext line');
  });

  test('of a charset that nobody knows is read all the same', async () => {
    const { text } = await parse('Content-Type: text/plain; charset=no-such-9', '', 'text');
    expect(text).toBe('text');
  });

  test('has a subject of 998 characters at most, and says that something is missing where it was cut', async () => {
    const raw = Buffer.from(`Subject: ${'x'.repeat(200_000)}`);
    const letter = await parseLetter({ raw, octets: 1_048_576 });
    expect(letter.subject).toHaveLength(998);
    expect(letter.textCut).toBe(true);
  });

  test('with more headers than are kept says so', async () => {
    const letter = await parse(
      ...Array.from({ length: 3_000 }, (_, at) => `X-${at}: ${'y'.repeat(60)}`),
      '',
      'text',
    );
    expect(letter.textCut).toBe(true);
    expect(JSON.stringify(letter.headers).length).toBeLessThan(128 * 1024);
    expect(letter.text).toBe('text');
  });

  test('nested deeper than anybody writes is shown as it came', async () => {
    const nested = Array.from({ length: 500 }, (_, at) => [
      `Content-Type: multipart/mixed; boundary=b${at}`,
      '',
      `--b${at}`,
    ]).flat();
    const letter = await parse('Subject: nested', ...nested, '', 'deep');
    expect(letter.subject).toBe('nested');
    expect(letter.text).toContain('--b499');
  });

  test('of broken MIME or of noise gives texts that can be shown', async () => {
    const noise = Buffer.from(Array.from({ length: 20_000 }, (_, at) => (at * 7_919) % 256));
    const letters = [
      await parseLetter({ raw: noise, octets: noise.length }),
      await parseLetter({ raw: new Uint8Array(), octets: 0 }),
      await parse('Content-Type: multipart/mixed', '', '--', '--b', 'no end'),
      await parse('Content-Transfer-Encoding: base64', '', '!!!not base64!!!'),
    ];
    for (const { text, subject, sender } of letters) {
      expect(`${text}${subject}${sender}`).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
      );
    }
  });
});
