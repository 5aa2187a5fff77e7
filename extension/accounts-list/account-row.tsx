import { useEffect, useRef, useState } from 'preact/hooks';
import { securityOf } from '../../shared/account.ts';
import type { TestedAccount } from '../../shared/account-status.ts';
import { duration } from '../../shared/duration.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { warningSentence } from '../../shared/warning-sentence.ts';
import { isAway } from '../state/connection.ts';
import { runOf } from '../state/runs.ts';
import { AccountStateBadge } from '../status/account-state-badge.tsx';
import { Age } from '../status/age.tsx';
import { causeTitle } from '../status/cause-title.ts';
import { withRun } from '../status/with-run.ts';
import { runningStage } from '../test-panel/walk.ts';
import { accountsWords } from '../words/accounts.ts';
import { testWords } from '../words/test.ts';
import { recordAddress } from '../accounts/accounts-address.ts';
import { stopTests, testOne } from './test-all.ts';

/** One account: what it is, how it is and since when, and its test. */
export function AccountRow({ tested: known }: { tested: TestedAccount }) {
  const { id, name, label, connection } = known.account;
  const { list, types, securities } = accountsWords;
  const run = runOf(id);
  const tested = withRun(known, run);
  const { account, lastTest } = tested;
  const running = run && !run.finished ? { testId: run.testId, stage: runningStage(run.events) } : undefined;
  const security = securityOf(connection);
  const server = `${connection.server}:${connection.port}`;
  const said = useAnnouncement(running !== undefined, tested);
  return (
    <tr class={account.active ? 'account-row' : 'account-row account-row-inactive'}>
      <th scope="row" class="column-name">
        <a class="account-link" dir="auto" href={recordAddress(id)} data-account={id}>
          {name}
        </a>
        {label ? (
          <span class="account-label" dir="auto">
            {label}
          </span>
        ) : null}
        <span class="account-where">
          {types[connection.type]} · {server}
        </span>
      </th>
      <td class="column-type">
        <span class="account-type">{types[connection.type]}</span>
      </td>
      <td class="column-server">
        <span class="account-server">{server}</span>
        <span class={security === 'plain' ? 'account-security account-plain' : 'account-security'}>
          {securities[security]}
        </span>
      </td>
      <td class="column-state">
        <AccountStateBadge tested={tested} run={running} />
        <span class="account-result" title={resultOf(tested)}>
          {resultOf(tested)}
        </span>
        <span class="unseen" role="status">
          {said}
        </span>
      </td>
      <td class="column-tested">{lastTest ? <Age iso={lastTest.endedAt} /> : list.never}</td>
      <td class="column-test">
        {running ? (
          <button
            type="button"
            class="button button-row"
            disabled={isAway.value}
            aria-label={list.stopOf(name)}
            onClick={() => void stopTests([running.testId])}
          >
            {list.stop}
          </button>
        ) : (
          <button
            type="button"
            class="button button-row"
            disabled={isAway.value}
            aria-label={list.testOf(name)}
            onClick={() => void testOne(id)}
          >
            {list.test}
          </button>
        )}
      </td>
    </tr>
  );
}

/** The last test in one line: the cause when it failed, the warning, or what was found. */
function resultOf({ account, lastTest }: TestedAccount): string {
  if (!lastTest) return '';
  const { failure, verdict, warnings, ids, ms } = lastTest;
  if (failure && verdict === 'failed' && !lastTest.changed) return causeTitle(failure, account.connection);
  if (verdict !== 'passed' || lastTest.changed) return '';
  const [warning] = warnings;
  if (warning) return visibleText(warningSentence(warning));
  return [...(ids ? [testWords.proof.messages(ids.count)] : []), duration(ms)].join(' · ');
}

/** Said once, when a test that was seen running has ended and its result is here. */
function useAnnouncement(running: boolean, tested: TestedAccount): string {
  const [said, setSaid] = useState('');
  const before = useRef(tested.lastTest?.testId);
  const waits = useRef(false);
  const { account, lastTest } = tested;
  useEffect(() => {
    if (running) waits.current = true;
    if (running || !waits.current || lastTest?.testId === before.current) return;
    waits.current = false;
    before.current = lastTest?.testId;
    if (!lastTest) return;
    const { finished, failed } = testWords;
    const cause = lastTest.failure ? causeTitle(lastTest.failure, account.connection) : failed;
    const { verdict } = lastTest;
    setSaid(verdict === 'failed' ? finished.failed(account.name, cause) : finished[verdict](account.name));
  }, [running, lastTest?.testId]);
  return said;
}
