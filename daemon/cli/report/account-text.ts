import type { TestedAccount } from '../../../shared/account-status.ts';
import { warningSentence } from '../../../shared/warning-sentence.ts';
import type { Output } from '../terminal.ts';
import { addressOf, lastTestWords, recentTestsWords, securityWords } from './account-words.ts';
import { facts } from './facts.ts';
import { table } from './table.ts';

/** All accounts, one a line. */
export function accountTable(accounts: readonly TestedAccount[], now: Date, out: Output): string {
  const rows = accounts.map((tested) => {
    const { account } = tested;
    return [
      account.id,
      account.name,
      account.connection.type.toUpperCase(),
      addressOf(account),
      lastTestWords(tested, now),
    ];
  });
  return table(['ID', 'NAME', 'TYPE', 'SERVER', 'LAST TEST'], rows, out);
}

/** One account with every field that says something, for a person. */
export function accountText(tested: TestedAccount, now: Date, out: Output): string {
  const { account, lastTest, recent = [] } = tested;
  const { id, name, label, active, hasPassword, connection } = account;
  const { type, username, from, insecure, debug, allowAddress, pin } = connection;
  const pairs: [string, string][] = [
    ['ID', id],
    ['Name', name],
    ...(label ? [['Label', label] as [string, string]] : []),
    ['Type', type.toUpperCase()],
    ['Server', addressOf(account)],
    ['Security', securityWords(account)],
    ['User Name', username],
    ...(from === undefined ? [] : [['From', from] as [string, string]]),
    ['Password', hasPassword ? 'stored' : 'not stored'],
    ['Active', active ? 'yes' : 'no'],
    ...(pin ? [['Pin', pin] as [string, string]] : []),
    ...(insecure ? [['Certificate', 'not validated'] as [string, string]] : []),
    ...(debug ? [['Debug', 'on'] as [string, string]] : []),
    ...(allowAddress ? [['Address', 'confirmed'] as [string, string]] : []),
    ['Last test', lastTestWords(tested, now)],
    ...(recent.length > 1 ? [['Recent tests', recentTestsWords(recent)] as [string, string]] : []),
    ...(lastTest?.warnings ?? []).map((warning): [string, string] => ['Warning', warningSentence(warning)]),
    ...(lastTest?.failure?.reply ? [['Server said', lastTest.failure.reply] as [string, string]] : []),
  ];
  return facts(pairs, out);
}
