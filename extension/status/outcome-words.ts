import { visibleText } from '../../shared/visible-text.ts';
import { warningSentence } from '../../shared/warning-sentence.ts';
import { accountStatus, type TestedAccount } from '../../shared/account-status.ts';
import { counted, t } from '../words.ts';
import { causeTitle } from './cause-title.ts';
import { duration } from './duration.ts';

/** What the newest test says in one line: the cause, the warning, or what was found. The age stands beside it. */
export function outcomeWords(tested: TestedAccount): string {
  const { account, lastTest } = tested;
  const status = accountStatus(tested);
  if (!lastTest || status === 'password_needed' || status === 'changed') return t(`status.states.${status}`);
  const { failure, warnings, ids, ms } = lastTest;
  if ((status === 'failed' || status === 'guarded') && failure)
    return causeTitle(failure, account.connection);
  const [warning] = warnings;
  if (status === 'warning' && warning) return visibleText(warningSentence(warning), 200);
  if (status !== 'works') return t(`status.states.${status}`);
  return [...(ids ? [counted('status.messages', ids.count)] : []), duration(ms)].join(' · ');
}
