import { visibleText } from '../../shared/visible-text.ts';
import { warningSentence } from '../../shared/warning-sentence.ts';
import { accountStatus, type TestedAccount } from '../../shared/account-status.ts';
import { statusWords } from '../words/status.ts';
import { causeTitle } from './cause-title.ts';

/** What the newest test says in one line: the cause, the warning, or what was found. The age stands beside it. */
export function outcomeWords(tested: TestedAccount): string {
  const { account, lastTest } = tested;
  const status = accountStatus(tested);
  if (!lastTest || status === 'password_needed' || status === 'changed') return statusWords.states[status];
  const { failure, warnings, ids, ms } = lastTest;
  if (status === 'failed' && failure) return causeTitle(failure, account.connection);
  const [warning] = warnings;
  if (status === 'warning' && warning) return visibleText(warningSentence(warning), 200);
  if (status !== 'works') return statusWords.states[status];
  return [...(ids ? [statusWords.messages(ids.count)] : []), statusWords.ms(ms)].join(' · ');
}
