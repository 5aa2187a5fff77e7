import { describe, expect, test } from 'vitest';
import { findProperties } from '../../extension/properties/find-properties.ts';
import { listAddress, parsePropertiesAddress } from '../../extension/properties/properties-address.ts';
import { pastedId, typedText, typedValue } from '../../extension/properties/typed-value.ts';
import { isDefault, valueWords } from '../../extension/properties/value-words.ts';
import { type PropertyValues, properties, propertyNames } from '../../shared/properties.ts';
import { accountFields, smtpConnection } from '../store/examples.ts';

const send = 'default.email.account.send';
const every = 'mailprobe.test.every';
const id = '157425284611357796';
const sales = { account: { ...accountFields(id, 'Sales', smtpConnection), hasPassword: true, revision: 1 } };
const defaults = Object.fromEntries(
  propertyNames.map((name) => [name, properties[name].default]),
) as unknown as PropertyValues;

describe('the address of the room', () => {
  test.each([
    ['#/properties', { view: 'list', find: '' }],
    ['#/properties?find=log+keep', { view: 'list', find: 'log keep' }],
    ['#/properties?sort=-name', { view: 'list', find: '', sort: '-name' }],
    ['#/properties?sort=value', { view: 'list', find: '' }],
    ['#/properties/mailprobe.test.every', { view: 'property', name: 'mailprobe.test.every' }],
    ['#/properties/mailprobe.test.never', { view: 'unknown' }],
    ['#/properties/toString', { view: 'unknown' }],
  ])('%s', (hash, address) => expect(parsePropertiesAddress(hash)).toEqual(address));

  test('of a search leads to that search', () => {
    const view = { find: 'a&b=c # d', sort: 'name' } as const;
    expect(parsePropertiesAddress(listAddress(view))).toEqual({ view: 'list', ...view });
    expect(listAddress({ find: '' })).toBe('#/properties');
  });
});

describe('a value in words', () => {
  test.each([
    ['mailprobe.test.every', 0, 'Off'],
    ['mailprobe.test.every', 1, 'Every minute'],
    ['mailprobe.log.keep.days', 90, '90 days'],
    ['mailprobe.log.keep.records', 1_000_000, '1,000,000 records'],
    ['simple.email.smtp.active', false, 'Off'],
    ['simple.email.test.user', [], 'Everyone: no restriction'],
    ['simple.email.test.user', ['ada@acme.example'], 'ada@acme.example'],
    ['simple.email.test.user', ['ada@acme.example', 'b@c', 'd@e'], 'ada@acme.example and 2 more'],
    [send, '', 'No account chosen'],
    [send, id, 'Sales · SMTP · mx.acme.example:465'],
    [send, '157425284611357797', 'Account 157425284611357797'],
  ] as const)('%s %j is "%s"', (name, value, words) => {
    expect(valueWords(name, value, [sales])).toBe(words);
  });

  test('shows what would be hidden in the name of an account', () => {
    const hostile = { account: { ...sales.account, name: 'Sales\u202egnp' } };
    expect(valueWords(send, id, [hostile])).not.toContain('\u202e');
  });

  test('every default is known as one, and anything else is not', () => {
    for (const name of propertyNames) expect(isDefault(name, defaults[name]), name).toBe(true);
    expect(isDefault('simple.email.test.user', ['ada@acme.example'])).toBe(false);
  });
});

describe('a search in the properties', () => {
  const values = {
    ...defaults,
    [send]: id,
    'simple.email.test.user': ['ada@acme.example', 'bob@acme.example'],
  };
  const known = { values, changes: {}, damaged: [every] } as const;
  const found = (find: string) => findProperties(find, known, [sales]);

  test.each(['', '  '])('for nothing (%j) gives all', (find) => expect(found(find)).toEqual(propertyNames));

  test.each([
    ['log.keep', ['mailprobe.log.keep.days', 'mailprobe.log.keep.records']],
    ['OUTGOING letter', [send]],
    ['sales', [send]],
    [id, [send]],
    ['bob@', ['simple.email.test.user']],
    ['1,000,000', ['mailprobe.log.keep.records']],
    ['changed', [send, 'simple.email.test.user']],
    ['damaged', [every]],
    ['zebra', []],
  ])('for "%s" looks at name, meaning and value', (find, names) => expect(found(find)).toEqual(names));
});

describe('what is typed', () => {
  test.each([
    ['mailprobe.test.every', ' 30 ', 30],
    ['mailprobe.log.keep.records', '1,000,000', 1_000_000],
    ['mailprobe.log.keep.records', '1 000 000', 1_000_000],
    ['simple.email.read.active', 'off', false],
    [
      'simple.email.test.user',
      ' ada@a.example\n\nbob@b.example; ada@a.example ',
      ['ada@a.example', 'bob@b.example'],
    ],
    ['simple.email.test.user', '\n', []],
    [send, '', ''],
    [send, ` ${id}\n`, id],
    [send, `chrome-extension://abc/options.html#/accounts/${id}`, id],
    [send, `"${id}"`, id],
    [send, `«${id}»`, id],
    [send, '157 425 284 611 357 796', id],
    [send, `\u200b'${id}'\u00a0`, id],
    [send, `Account ID: ${id}.`, id],
  ] as const)('into %s as %j is %j', (name, text, value) => {
    expect(typedValue(name, text)).toEqual({ value });
  });

  test.each([
    ['mailprobe.test.every', '', 'is a whole number of minutes from 0 to 10080.'],
    ['mailprobe.test.every', '1.5', 'is a whole number of minutes'],
    ['mailprobe.test.every', '1,5', 'is a whole number of minutes'],
    ['mailprobe.test.every', '1,000 000', 'is a whole number of minutes'],
    ['mailprobe.test.every', '-1', 'from 0 to 10080'],
    ['mailprobe.test.every', '0x10', 'is a whole number'],
    [
      'simple.email.test.user',
      'a@b\nAda <ada@acme.example>',
      '“Ada <ada@acme.example>” is not an email address',
    ],
    [send, '12', 'takes the id of an account (18 digits)'],
    [send, `${id}0`, 'takes the id of an account (18 digits)'],
    [send, `${id} or 157425284611357797`, 'takes the id of an account (18 digits)'],
  ] as const)('into %s as %j is refused: %s', (name, text, sentence) => {
    expect(typedValue(name, text)).toEqual({ refusal: expect.stringContaining(sentence) });
  });

  test('comes back the same for every value as an editor shows it', () => {
    const values = { ...defaults, [send]: id, 'simple.email.test.user': ['ada@a.example', 'bob@b.example'] };
    for (const name of propertyNames)
      expect(typedValue(name, typedText(values[name])), name).toEqual({ value: values[name] });
  });

  test('a longer row of digits in an address is no id', () => {
    expect(pastedId(`#/accounts/${id}9`)).toBe(`#/accounts/${id}9`);
  });
});
