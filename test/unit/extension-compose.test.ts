import { describe, expect, test } from 'vitest';
import { parseComposeAddress } from '../../extension/addresses/parse-compose-address.ts';
import {
  accountLetterAddress,
  composeAddress,
  likeLetterAddress,
  testLetterAddress,
} from '../../extension/addresses/compose-address.ts';
import { emptyLetter, isWritten, letterErrors, letterOf } from '../../extension/compose/letter-draft.ts';
import { sendTrouble } from '../../extension/compose/send-trouble.ts';
import { linkOf } from '../../extension/frame/link-of.ts';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import { Refused } from '../../shared/refusal.ts';

const id = '157425284611357796';
const written = { ...emptyLetter, to: 'ada@example.com', subject: 'Hello', text: 'One' };

describe('the address of a new letter', () => {
  test('says by which account, whether it is a test, and what it begins as', () => {
    expect(parseComposeAddress(composeAddress)).toEqual({ test: false });
    expect(parseComposeAddress(accountLetterAddress(id))).toEqual({ test: false, account: id });
    expect(parseComposeAddress(testLetterAddress(id))).toEqual({ test: true, account: id });
    expect(parseComposeAddress(likeLetterAddress(id))).toEqual({ test: false, like: id });
    expect(parseComposeAddress('#/letters/new?account=12&like=<b>')).toEqual({ test: false });
    expect(parseComposeAddress('#/letters/newest')).toBeUndefined();
    expect(parseComposeAddress(`#/letters/${id}`)).toBeUndefined();
  });

  test('belongs to the outgoing ones', () => {
    expect(linkOf(testLetterAddress(id))).toBe('outgoing');
    expect(linkOf(`#/letters/${id}`)).toBe('incoming');
    expect(linkOf(`#/letters/${id}?list=outgoing`)).toBe('outgoing');
  });
});

describe('a letter that is written', () => {
  test('is sent without what is empty, and by no account as long as none is chosen', () => {
    expect(letterOf({ ...written, cc: ' \n' })).toEqual({
      to: 'ada@example.com',
      subject: 'Hello',
      text: 'One',
    });
    expect(letterOf({ ...written, accountId: id, bcc: 'eve@example.com' })).toMatchObject({
      accountId: id,
      bcc: 'eve@example.com',
    });
  });

  test('is told all that is wrong with it at once', () => {
    expect(letterErrors(written)).toEqual({});
    const errors = letterErrors({ ...written, to: ' ', cc: 'ada', subject: 'x'.repeat(999) });
    expect(Object.keys(errors).toSorted()).toEqual(['cc', 'subject', 'to']);
    expect(errors.to).toContain('To is missing');
  });

  test('holds whoever leaves, as soon as something stands in it that was not there before', () => {
    expect(isWritten(written, written)).toBe(false);
    expect(isWritten({ ...emptyLetter, accountId: id, text: ' \n' }, emptyLetter)).toBe(false);
    expect(isWritten({ ...written, text: 'Two' }, written)).toBe(true);
  });
});

describe('a letter that could not be sent', () => {
  test('is told at its fields where the companion names them', () => {
    const refusal = { kind: 'invalid', message: 'No.', fields: { accountId: 'None is chosen.' } } as const;
    expect(sendTrouble(new Refused(refusal), true)).toEqual({ errors: { accountId: 'None is chosen.' } });
  });

  test('is told with what helps', () => {
    const refusal = { kind: 'disk_full', message: 'Full.', repair: 'rm' } as const;
    expect(sendTrouble(new Refused(refusal), true).trouble).toMatchObject({ message: 'Full.', repair: 'rm' });
  });

  test.each([
    ['unreachable', true, true],
    ['lost', true, true],
    ['unreachable', false, undefined],
    ['busy', true, undefined],
  ] as const)('may be with the companion all the same: %s, there before: %s', (kind, wasThere, unsure) => {
    const told = sendTrouble(new ConnectionTrouble(kind), wasThere);
    expect(told.unsure).toBe(unsure);
    expect(told.trouble?.message).not.toBe('');
  });
});
