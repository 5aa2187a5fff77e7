import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify, classifyText } from '../../daemon/probe/classify.ts';
import { accountTypes } from '../../shared/account.ts';
import { failureKinds } from '../../shared/failure.ts';
import { stages } from '../../shared/stages.ts';

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '535 ',
        'NO ',
        '* BYE ',
        '-ERR ',
        '[ALERT] ',
        'login ',
        'failed',
        'too many ',
        'TLS ',
        '\n',
        '5.7.139 ',
        'not ',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('hostile input', () => {
  test('every trouble ends in a kind of the union', () => {
    fc.assert(
      fc.property(
        fc.record({
          type: fc.constantFrom(...accountTypes),
          stage: fc.constantFrom(...stages),
          security: fc.constantFrom('ssl', 'tls', 'plain'),
          host: fc.string(),
          greeting: words,
          reply: words,
          error: fc.oneof(
            fc.anything(),
            words.map((message) => new Error(message)),
            fc.record({ code: fc.string(), message: words, cause: fc.anything() }),
          ),
        }),
        (trouble) => {
          const { kind, retry } = classify(trouble);
          expect(failureKinds).toContain(kind);
          expect(typeof retry).toBe('boolean');
        },
      ),
    );
  });

  test('pasted text never throws', () => {
    fc.assert(fc.property(words, (text) => void classifyText(text)));
  });

  test('circular and trapped errors are judged', () => {
    const circular: Record<string, unknown> = { code: 'CERT_HAS_EXPIRED' };
    circular['cert'] = { issuerCertificate: circular };
    circular['cause'] = circular;
    const at = { type: 'imap', stage: 'tls', security: 'ssl', host: 'x' } as const;
    expect(classify({ ...at, error: circular }).kind).toBe('cert_expired');
    const trap = new Proxy(new Error('x'), {
      get: () => {
        throw new Error('trapped');
      },
    });
    expect(classify({ ...at, error: trap }).kind).toBe('internal_error');
    for (const error of [null, undefined, 0, 'text', Symbol('x'), [], () => 1])
      expect(failureKinds).toContain(classify({ ...at, error }).kind);
  });

  const size = 64 * 1024;
  test.each([
    ['a', 'a'],
    ['blanks', ' '],
    ['reply codes', '535 '],
    ['enhanced codes', '5.7.8 '],
    ['digits and dots', '5.'],
    ['open brackets', '[A'],
    ['tags', 'A1 NO '],
    ['login words', 'login not authentication user password account mailbox '],
    ['limit words', 'too many maximum connections rate message '],
    ['sender words', 'sender from host address ip message size relay '],
    ['tls words', 'SSL TLS STARTTLS require certificate handshake '],
    ['lines', '535\n'],
  ])('64 KiB of %s take less than 50 ms', (_, unit) => {
    const reply = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
    for (const type of accountTypes)
      classify({ type, stage: 'login', security: 'ssl', host: 'x', reply: reply.slice(0, 100) });
    for (const type of accountTypes) {
      for (const stage of ['greeting', 'login', 'sender', 'mailbox'] as const) {
        expect(
          millisecondsOf(() => classify({ type, stage, security: 'ssl', host: 'x', greeting: reply, reply })),
          `${type} ${stage}`,
        ).toBeLessThan(50);
      }
    }
    expect(
      millisecondsOf(() =>
        classify({ type: 'smtp', stage: 'tls', security: 'ssl', host: 'x', error: new Error(reply) }),
      ),
    ).toBeLessThan(50);
    expect(millisecondsOf(() => classifyText(reply))).toBeLessThan(150);
  });
});

/** The best of three: a busy machine may stop any one run. */
function millisecondsOf(run: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}
