import { benchAccount, benchTest } from './generated-records.ts';

const account = (nth: number) => `account is ${benchAccount(nth)}`;

/** What the benchmark asks, in words, of a log of 58 days that ends then. */
export function benchConditions(endMs: number): readonly string[] {
  const day = (ago: number) => new Date(endMs - ago * 86_400_000).toISOString().slice(0, 10);
  return [
    // The quick filters.
    'source is "SMTP Auth"',
    'source is "IMAP Auth"',
    'source is "POP3 Auth"',
    'source is "Email Logger" and level is Error',
    // One field.
    'level at least Warning',
    'level is Warning and source is System',
    'username is ada',
    'username does not contain sys',
    'created by is not 100000000000000000',
    account(0),
    account(39),
    'account is empty',
    `test is ${benchTest(70_000)}`,
    `test is one of ${[5, 50_000, 90_000].map(benchTest).join(', ')}`,
    // Parts of texts: common, rare, absent, Unicode, short, and what LIKE would take for a pattern.
    'message contains "logged in"',
    'message contains rate_limited',
    'message contains "no such words"',
    'message contains "%_off"',
    'message contains STRASSE',
    'message contains "письмо"',
    'message contains "zq"',
    'message contains "Ж"',
    'message starts with "The certificate"',
    'message ends with "9 days."',
    'message is "MAIL FROM was accepted; RSET sent, no letter leaves."',
    'message contains 421 or message contains 535',
    // Parts of texts with an account, a source, a level.
    `message contains "mail from" and ${account(0)}`,
    `message contains "logged in" and ${account(39)}`,
    `message contains expired and ${account(0)}`,
    'message contains greeted and source is "POP3 Auth"',
    'message contains "logged in" and level is Error',
    `message contains UID and level is Debug and ${account(3)}`,
    // Dates.
    `created at on ${day(50)}`,
    `created at between ${day(52)} and ${day(51)} and level is Error`,
    `created at before ${day(57)}T12:00 and source is "IMAP Auth"`,
    'created at on last 7 days and message contains expired',
    `created at on ${day(43)} and message contains "no such words"`,
    // Nested.
    `(message contains expired and ${account(0)}) or (level is Error and source is "Incoming Mail")`,
    `not (source is one of ("IMAP Auth", "SMTP Auth", "POP3 Auth") or level is Info)`,
    `(${account(5)} or ${account(6)}) and (level at least Warning or message contains refused) and created at after ${day(33)}`,
  ];
}
