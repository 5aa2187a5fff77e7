import { securityOf } from '../../shared/security.ts';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { LogRecord } from '../../shared/log.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { accountState } from '../status/account-state.ts';
import { outcomeWords } from '../status/outcome-words.ts';
import { t } from '../words.ts';

/** How an account is, as plain text for a ticket: with exact moments, without the user name. */
export function accountText(tested: TestedAccount, records: readonly LogRecord[]): string {
  const { account, lastTest } = tested;
  const { type, server, port } = account.connection;
  const lines = [
    `${visibleText(account.name, 128)}: ${t(`status.states.${accountState(tested)}`)}`,
    `${type.toUpperCase()} ${visibleText(server, 253)}:${port} ${t(`popup.securities.${securityOf(account.connection)}`)}`,
  ];
  if (lastTest) {
    lines.push(`${outcomeWords(tested)} (${lastTest.endedAt})`);
    if (lastTest.failure) lines.push(`${lastTest.stage ?? ''} ${lastTest.failure.kind}`.trim());
    if (lastTest.failure?.reply)
      lines.push(`${t('popup.serverSaid')} ${visibleText(lastTest.failure.reply)}`);
  }
  lines.push(
    '',
    ...records.map(
      ({ createdAt, source, level, message }) => `${createdAt} ${source} ${level} ${visibleText(message)}`,
    ),
  );
  return lines.join('\n').trim();
}
