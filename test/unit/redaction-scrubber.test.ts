import { describe, expect, it } from 'vitest';
import { CredentialReader } from '../../daemon/probe/redaction/command-spans.ts';
import { Scrubber } from '../../daemon/probe/redaction/scrubber.ts';
import { Secret } from '../../daemon/secret.ts';

const scrubberOf = (...passwords: string[]) =>
  new Scrubber(passwords.map((password) => new Secret(password)));

describe('the scrubber', () => {
  const scrubber = scrubberOf('Sommer2026!');

  it.each<[string, string, string]>([
    ['a secret within words', 'for "Sommer2026!" at', 'for "[redacted]" at'],
    ['any case', 'sOMMER2026!', '[redacted]'],
    ['a fragment', 'Sommer20', '[redacted]'],
    ['two of them', 'Sommer2026! Sommer2026!', '[redacted] [redacted]'],
    [
      'a reply over two lines',
      '535-5.7.8 Somme\r\n535 5.7.8 r2026! no',
      '535-5.7.8 [redacted]\r\n535 5.7.8 [redacted] no',
    ],
    [
      'an IMAP reply over two lines',
      '* NO Somme\nA1 NO [ALERT] r2026! no',
      '* NO [redacted]\nA1 NO [ALERT] [redacted] no',
    ],
    ['blanks around the break', '535-Somme  \r\n535   r2026!', '535-[redacted]  \r\n535   [redacted]'],
    ['blanks between the letters', 'S o m m e r 2 0 2 6 !', '[redacted]'],
    ['a soft line break', 'Somme=\r\nr2026!', '[redacted]=\r\n[redacted]'],
    ['a mixture of escapes', 'S%6fm&#109;er\\u0032026!', '[redacted]'],
  ])('hides %s', (_, text, expected) => {
    expect(scrubber.scrub(text)).toBe(expected);
  });

  it.each(['', 'Sommer2', '535 5.7.8 Error: authentication failed', 'Sommer\r\nWinter'])(
    'leaves %j as it is',
    (text) => {
      expect(scrubber.scrub(text)).toBe(text);
    },
  );

  it('leaves out the whole line that holds a short secret, and only that line', () => {
    const short = scrubberOf('a"1');
    expect(short.scrub('one\r\nxA"1x\r\nthree')).toBe('one\r\n[redacted line]\r\nthree');
    for (const form of ['a\\"1', 'a&quot;1', '612231', 'YSIx', '%61%22%31', 'a%221', 'a\0"\x001\0']) {
      expect(short.scrub(`535 ${form}`)).toBe('[redacted line]');
    }
  });

  it('counts a word of the protocol only with more of the secret beside it', () => {
    const session = scrubberOf('password123');
    expect(session.scrub('Application-specific password required')).toBe(
      'Application-specific password required',
    );
    expect(session.scrub('your password123 is wrong')).toBe('your [redacted] is wrong');
    expect(session.scrub('password1')).toBe('[redacted]');
    expect(scrubberOf('password').scrub('the password is wrong')).toBe('the [redacted] is wrong');
  });

  it('never leaves half a character', () => {
    const session = scrubberOf('😀😁😂🤣😃');
    // U+1FA00 ends in the same half as U+1F600.
    for (const text of ['😁😂🤣😃😄', '\u{1fa00}😁😂🤣😃'])
      expect(session.scrub(text).isWellFormed()).toBe(true);
  });

  it.each<[string, string, string]>([
    ['compatibility letters as SASLprep writes them', '\ufb01nance\u2460xyz', 'finance1xyz'],
    [
      'composed letters beside compatibility letters',
      '\ufb01 e\u0301te\u0301 2026',
      '\ufb01 \u00e9t\u00e9 20',
    ],
    ['a secret with blanks, written with others', 'correct horse', 'corre ct hor\tse'],
  ])('hides %s', (_, password, text) => {
    expect(scrubberOf(password).scrub(text)).toBe('[redacted]');
  });

  it('keeps several secrets apart', () => {
    expect(scrubberOf('hunter22', 'tr0ub4dor').scrub('hunter22 and tr0ub4dor')).toBe(
      '[redacted] and [redacted]',
    );
  });

  it('hides a form that is spread over the lines of one reply', () => {
    expect(scrubber.scrubLines(['535-5.7.8 wrong: Som', '535-5.7.8 mer2', '535 5.7.8 026! again'])).toEqual([
      '535-5.7.8 wrong: [redacted]',
      '535-5.7.8 [redacted]',
      '535 5.7.8 [redacted] again',
    ]);
  });

  it('remembers what went before where lines arrive one by one', () => {
    const next = scrubber.lineByLine();
    expect(['535-5.7.8 Sommer', '535-5.7.8 20', '535 5.7.8 26! no'].map(next)).toEqual([
      '535-5.7.8 Sommer',
      '535-5.7.8 [redacted]',
      '535 5.7.8 [redacted] no',
    ]);
  });

  it('hides what a credential line put on the wire, and the words of the protocol stay', () => {
    const session = scrubberOf('tanstaaftanstaaf');
    const reader = new CredentialReader('smtp');
    reader.client('AUTH CRAM-MD5');
    reader.server('334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+');
    const answer = 'dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw';
    session.addCredentialLine(answer, reader.client(answer));
    expect(session.scrub(`535 ${answer}`)).toBe('535 [redacted]');
    expect(session.scrub('535 b913a602c7eda7a495b4e6e7334d3890')).toBe('535 [redacted]');
    const plain = 'AUTH PLAIN AHRpbUBleGFtcGxlLm9yZwB4';
    session.addCredentialLine(plain, new CredentialReader('smtp').client(plain));
    expect(session.scrub('250-AUTH PLAIN CRAM-MD5')).toBe('250-AUTH PLAIN CRAM-MD5');
    expect(session.scrub('501 AHRpbUBleGFtcGxlLm9yZwB4')).toBe('501 [redacted]');
  });
});

describe('a deep scrub', () => {
  const scrubber = new Scrubber([new Secret('started')], { keep: new Set(['type', 'started']) });

  it('reaches keys, lists, maps, errors and dates, and leaves other values', () => {
    const cause = new Error('restarted twice');
    const value = {
      list: ['not started', 1, null, true],
      'x started': { deep: 'STARTED' },
      map: new Map([['a', 'xstarted']]),
      cause,
    };
    const scrubbed = JSON.stringify(scrubber.scrubDeep(value));
    expect(scrubbed.toLowerCase()).not.toContain('started');
    expect(JSON.parse(scrubbed)).toMatchObject({
      list: ['not [redacted]', 1, null, true],
      'x [redacted]': { deep: '[redacted]' },
      map: [['a', 'x[redacted]']],
      cause: { name: 'Error', message: 're[redacted] twice' },
    });
  });

  it('leaves our own words alone where they stand by themselves', () => {
    expect(scrubber.scrubDeep({ type: 'started', text: 'it started' })).toEqual({
      type: 'started',
      text: 'it [redacted]',
    });
  });

  it('takes a list of strings as the lines of one text', () => {
    expect(scrubber.scrubDeep({ lines: ['not sta', 'rted', 'started'] })).toEqual({
      lines: ['not [redacted]', '[redacted]', 'started'],
    });
  });

  it('survives cycles, bytes, secrets, functions, a __proto__ key and depth', () => {
    const cycle: Record<string, unknown> = {
      bytes: Buffer.from('started'),
      secret: new Secret('started'),
      run: () => 'started',
    };
    cycle['self'] = cycle;
    const copy = scrubber.scrubDeep(cycle);
    expect(copy['self']).toBe(copy);
    expect(copy['bytes']).toBe('[left out]');
    expect(String(copy['secret'])).toBe('[redacted]');
    const proto: object = scrubber.scrubDeep(JSON.parse('{"__proto__":{"x":"restarted"}}'));
    expect(JSON.stringify(proto)).toBe('{"__proto__":{"x":"re[redacted]"}}');
    let deep: unknown = 'restarted';
    for (let level = 0; level < 10_000; level += 1) deep = [deep];
    expect(JSON.stringify(scrubber.scrubDeep(deep))).toContain('[left out]');
  });

  it('does not change what it is given', () => {
    const value = { text: 'restarted' };
    scrubber.scrubDeep(value);
    expect(value.text).toBe('restarted');
  });
});

describe('the time a scrub takes', () => {
  const scrubber = scrubberOf('Sommer2026!');
  const texts = {
    'benign words': 'the server said nothing at all. ',
    escapes: '%41&amp;\\u0041=3D',
    'the secret': 'Sommer2026! ',
  };

  it.each(Object.entries(texts))('is under 20 ms for a line of 64 KiB of %s', (_, unit) => {
    expect(cpuMs(scrubber, unit, 65_536, 20)).toBeLessThan(20);
  });

  it.each(Object.entries(texts))('grows with the length, no faster, for %s', (_, unit) => {
    const [short, long] = [cpuMs(scrubber, unit, 200_000, 10), cpuMs(scrubber, unit, 2_000_000, 2)];
    expect(long / short).toBeLessThan(25);
  });
});

/** Mean time of this thread alone: other work on the machine must not decide. */
function cpuMs(scrubber: Scrubber, unit: string, length: number, runs: number): number {
  const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  scrubber.scrub(text);
  const start = process.threadCpuUsage();
  for (let run = 0; run < runs; run += 1) scrubber.scrub(text);
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1_000 / runs;
}
