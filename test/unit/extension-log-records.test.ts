import { describe, expect, test } from 'vitest';
import {
  logAddress,
  parseLogAddress,
  placeAddress,
  recordAddress,
} from '../../extension/addresses/log-address.ts';

const account = '157425284611357001';
const run = '157425284611361001';
const everything = { record: undefined, where: '', sort: 'newest', view: 'list' };

describe('the address of the log', () => {
  test('holds the condition in words, the order and the view', () => {
    const place = {
      where: 'message contains "50% & \\"more\\"?#=+" or level is Error',
      sort: 'lowest',
      view: 'accountId',
    } as const;
    expect(parseLogAddress(placeAddress(place))).toEqual({ record: undefined, ...place });
    expect(parseLogAddress(recordAddress(run, place))).toEqual({ record: run, ...place });
  });

  test('says nothing of what goes without saying', () => {
    expect(placeAddress({ where: '', sort: 'newest', view: 'list' })).toBe('#/log');
    expect(parseLogAddress('#/log')).toEqual(everything);
  });

  test('leads to the records of an account or a test, also as it did before', () => {
    expect(logAddress({ accountId: account })).toBe(`#/log?where=account+is+${account}`);
    const where = `account is ${account} and test is ${run}`;
    expect(parseLogAddress(`#/log?account=${account}&test=${run}`)).toEqual({ ...everything, where });
    expect(parseLogAddress(`#/log?test=${run}`)).toEqual({ ...everything, where: `test is ${run}` });
  });

  test('is read whatever it says: what is no id, order or view is left out, words are kept as they are', () => {
    expect(parseLogAddress('#/log/x?account=%22&test=12&sort=up&view=all')).toEqual({
      ...everything,
      record: 'x',
    });
    expect(parseLogAddress('#/log?where=colour+is+"red')).toEqual({ ...everything, where: 'colour is "red' });
  });
});
