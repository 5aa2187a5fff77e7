import * as fc from 'fast-check';
import type { LetterFields } from '../../daemon/store/letter-row.ts';
import { letterDirections, letterStatuses } from '../../shared/letter.ts';
import { outgoingLetter } from '../letters/examples.ts';
import { ids, nowMs, text, usernames } from './arbitraries.ts';

const texts = fc.array(text, { maxLength: 3 }).map((parts) => parts.join(''));
const time = fc
  .integer({ min: -1_000, max: 40 * 86_400_000 })
  .map((ago) => new Date(nowMs - ago).toISOString());
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

/** Letters of either direction, with and without what not every letter has. */
export const letter: fc.Arbitrary<LetterFields> = fc
  .record({
    direction: fc.constantFrom(...letterDirections),
    status: fc.constantFrom(...letterStatuses),
    createdAt: time,
    sender: texts,
    recipients: texts,
    cc: maybe(texts),
    bcc: maybe(texts),
    subject: texts,
    username: fc.constantFrom(...usernames),
    createdBy: fc.constantFrom(...ids.slice(1)),
    accountId: maybe(fc.constantFrom(...ids)),
    reply: maybe(texts),
    messageId: maybe(texts),
    sentAt: maybe(time),
  })
  .map(({ accountId, reply, messageId, sentAt, cc, bcc, ...rest }) => {
    const { accountId: _account, messageId: _id, nextAttemptAt: _next, ...always } = outgoingLetter();
    return {
      ...always,
      ...rest,
      ...(accountId === undefined ? {} : { accountId }),
      ...(cc === undefined ? {} : { cc }),
      ...(bcc === undefined ? {} : { bcc }),
      ...(reply === undefined ? {} : { reply }),
      ...(messageId === undefined ? {} : { messageId }),
      ...(sentAt === undefined ? {} : { sentAt }),
    };
  });
