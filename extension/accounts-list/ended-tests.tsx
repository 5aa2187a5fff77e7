import { useEffect, useRef, useState } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import { runs } from '../state/runs.ts';
import { endsOfTests } from './ends-of-tests.ts';
import { progress, startedTogether } from './test-all.ts';

/** Long enough to be read out; later it would only be found by who looks for something else. */
const keptMs = 10_000;

/** Tells screen readers how tests ended, once: the one place for all of the list. */
export function EndedTests({ accounts }: { accounts: readonly TestedAccount[] }) {
  const [said, setSaid] = useState('');
  const look = useRef<ReturnType<typeof endsOfTests>>(undefined);
  const all = runs.value;
  const together = startedTogether.value;
  const running = progress.value?.running ?? false;
  useEffect(() => {
    look.current ??= endsOfTests();
    const words = look.current({ accounts, runs: all, together, running });
    if (words !== undefined) setSaid(words);
  }, [accounts, all, together, running]);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(''), keptMs);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <p class="unseen" role="status">
      {said}
    </p>
  );
}
