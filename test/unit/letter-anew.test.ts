import { describe, expect, test } from 'vitest';
import { letterAnew } from '../../extension/compose/letter-anew.ts';
import type { Delivery, Letter } from '../../shared/letter.ts';
import { outgoingLetter } from '../letters/examples.ts';

const gone = (address: string, outcome: Delivery['outcome']): Delivery => ({ address, outcome });
const letter = (change: Partial<Letter>): Letter => ({
  id: '157425284611357796',
  ...outgoingLetter({
    recipients: '"Bob, B." <bob@acme.example>, eve@acme.example',
    cc: 'carol@acme.example, Dan <dan@acme.example>',
    bcc: 'fay@acme.example',
    status: 'Failed',
    ...change,
  }),
});

describe('a letter written again', () => {
  test('is for those who have not got it, each where they stood', () => {
    const deliveries = [
      gone('bob@acme.example', 'accepted'),
      gone('eve@acme.example', 'refused'),
      gone('carol@acme.example', 'accepted'),
      gone('dan@acme.example', 'unknown'),
    ];
    const { draft, got } = letterAnew(letter({ deliveries, subject: 'Hello', text: 'One' }));
    expect(draft).toEqual({
      accountId: '',
      to: 'eve@acme.example',
      cc: 'Dan <dan@acme.example>',
      bcc: 'fay@acme.example',
      subject: 'Hello',
      text: 'One',
      test: false,
    });
    expect(got).toEqual(['bob@acme.example', 'carol@acme.example']);
  });

  test('moves nobody up, where a hidden one would be seen', () => {
    const deliveries = ['bob', 'eve', 'carol', 'dan'].map((name) => gone(`${name}@acme.example`, 'accepted'));
    expect(letterAnew(letter({ deliveries })).draft).toMatchObject({
      to: '',
      cc: '',
      bcc: 'fay@acme.example',
    });
  });

  test('is for everybody where all have got it, and where nobody has', () => {
    const everybody = {
      to: '"Bob, B." <bob@acme.example>, eve@acme.example',
      cc: 'carol@acme.example, Dan <dan@acme.example>',
      bcc: 'fay@acme.example',
    };
    const names = ['bob', 'eve', 'carol', 'dan', 'fay'];
    for (const outcome of ['accepted', 'refused'] as const) {
      const deliveries = names.map((name) => gone(`${name}@acme.example`, outcome));
      const anew = letterAnew(letter({ deliveries }));
      expect(anew.draft).toMatchObject(everybody);
      expect(anew.got).toEqual([]);
    }
    expect(letterAnew(letter({ deliveries: [] })).draft).toMatchObject(everybody);
  });

  test('was got by nobody of its own where it went to other addresses', () => {
    const deliveries = [gone('test@acme.example', 'accepted'), gone('other@acme.example', 'refused')];
    const anew = letterAnew(letter({ deliveries, redirectedTo: 'test@acme.example, other@acme.example' }));
    expect(anew).toMatchObject({ draft: { bcc: 'fay@acme.example' }, got: [] });
    expect(anew.draft.to).toContain('bob@acme.example');
  });

  test('knows a domain in either spelling, and stays a test letter', () => {
    const { draft } = letterAnew(
      letter({
        recipients: 'bob@ACME.example, Bob@acme.example',
        cc: undefined,
        bcc: undefined,
        deliveries: [gone('bob@acme.example', 'accepted')],
        triedUntil: '2026-11-23T02:10:00.000Z',
      }),
    );
    expect(draft).toMatchObject({ to: 'Bob@acme.example', cc: '', bcc: '', test: true });
  });
});
