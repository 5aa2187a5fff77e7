import type { Id } from '../../shared/id.ts';
import { foldedMessage } from './log-row.ts';

// Unicode's first area of private use: characters that nobody types. What looks like them by chance is found as well,
// so whatever is found is looked at again.
const firstPrivate = 57_344;
const privates = 6_400;

/** Before the first character of a message; two of them stand behind its last. */
export const textEdge = '\u0001';
const classEdge = '\u0002';
/** Of no record, unless a message has it. */
export const absentTrigram = '\u0003\u0002\u0003';

/**
 * What the search index holds of a row of `log`, as one text: the message between its edges, then account and class, so
 * that the index knows which records have a part of a text *and* an account. A record without an account has number 0.
 */
export const searchText = `char(1) || ${foldedMessage} || char(1, 1, ${accountCode('coalesce(account_id, 0)')}, 2, ${classCode('class')}, 2)`;

/** The trigram of an account's records; without an id, of those that have none. */
export function accountTrigram(id?: Id): string {
  const number = BigInt(id ?? 0);
  const digit = (above: bigint) => firstPrivate + Number((number / above) % BigInt(privates));
  return String.fromCodePoint(digit(1n), digit(BigInt(privates)), digit(BigInt(privates) ** 2n));
}

/** The trigram of the records of a class. */
export function classTrigram(id: number): string {
  return classEdge + String.fromCodePoint(firstPrivate + (id % privates)) + classEdge;
}

function accountCode(id: string): string {
  const digit = (above: number) => `${firstPrivate} + (${id} / ${above}) % ${privates}`;
  return [digit(1), digit(privates), digit(privates ** 2)].join(', ');
}

function classCode(id: string): string {
  return `${firstPrivate} + ${id} % ${privates}`;
}
