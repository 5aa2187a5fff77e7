import { TriangleAlert } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import { securityOf } from '../../shared/security.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { runOf } from '../state/runs.ts';
import { AccountStateBadge } from '../status/account-state-badge.tsx';
import { isStale } from '../status/age-words.ts';
import { useClock } from '../status/clock.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { RowDetails } from './row-details.tsx';
import { RowGuard } from './row-guard.tsx';
import { RowLine } from './row-line.tsx';
import { runShown } from './run-progress.ts';
import { useRowTest } from './use-row-test.ts';

/** One account: how it is and why, with its test; opened, what its last test did. */
export function AccountRow({ tested }: { tested: TestedAccount }) {
  const { id, active, connection } = tested.account;
  const name = visibleText(tested.account.name, 128);
  const server = visibleText(connection.server, 253);
  const endedAt = tested.lastTest?.endedAt;
  const stale = useClock((nowMs) => endedAt !== undefined && isStale(endedAt, nowMs));
  const run = runShown(runOf(id));
  const [open, setOpen] = useState(false);
  const { test, testAnyway, stop, refusal, heldBack } = useRowTest(id);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    const act = { Enter: test, ArrowRight: () => setOpen(true), ArrowLeft: () => setOpen(false) }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };

  return (
    <li class={`row${active ? '' : ' row-inactive'}${stale ? ' row-stale' : ''}`} data-account={id} ref={row}>
      <div class="row-head">
        <AccountStateBadge tested={tested} run={run} iconOnly />
        <div class="row-text">
          <button
            type="button"
            class="row-open"
            title={t('popup.rowTitle', { name, endpoint: `${server}:${connection.port}` })}
            aria-expanded={open}
            aria-controls={`details-${id}`}
            aria-keyshortcuts="Enter ArrowRight ArrowLeft"
            onClick={() => setOpen(!open)}
            onKeyDown={onKeyDown}
          >
            <span class="row-name" dir="auto">
              {name}
            </span>
            <span class="row-type">{connection.type.toUpperCase()}</span>
            {securityOf(connection) === 'plain' && (
              <span class="row-plain">
                <Icon of={TriangleAlert} size={12} />
                {t('popup.securities.plain')}
              </span>
            )}
            <span class="row-server">
              {server}:{connection.port}
            </span>
          </button>
          <RowLine tested={tested} run={run} refusal={refusal} />
        </div>
        <button
          type="button"
          class="button row-test"
          aria-label={t(run ? 'popup.stopName' : 'popup.testName', { name })}
          onClick={run ? stop : test}
        >
          {t(run ? 'popup.stop' : 'popup.test')}
        </button>
      </div>
      {heldBack && tested.guarded && !run && (
        <RowGuard
          account={tested.account}
          testAnyway={() => {
            // What was pressed goes as soon as the test runs.
            row.current?.querySelector('button')?.focus();
            testAnyway();
          }}
        />
      )}
      <div id={`details-${id}`}>{open && <RowDetails tested={tested} />}</div>
    </li>
  );
}
