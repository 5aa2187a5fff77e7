import { useState } from 'preact/hooks';
import type { Id } from '../../shared/id.ts';
import { call } from '../state/call.ts';
import { runOf } from '../state/runs.ts';
import { isGuardedRefusal } from '../state/guarded-refusal.ts';
import { sentenceOf } from '../state/sentence-of.ts';

interface RowTest {
  test: () => void;
  testAnyway: () => void;
  stop: () => void;
  /** Why the test could not even begin: a locked keychain, a missing password. */
  refusal: string;
  /** It was refused since another login may lock the account. */
  heldBack: boolean;
}

/** Starts and stops the test of one account. */
export function useRowTest(accountId: Id): RowTest {
  const [refusal, setRefusal] = useState('');
  const [heldBack, setHeldBack] = useState(false);
  const [starting, setStarting] = useState(false);
  const running = () => runOf(accountId)?.finished === false;

  const test = async (anyway = false) => {
    if (starting || running()) return;
    setRefusal('');
    setHeldBack(false);
    setStarting(true);
    try {
      await call('testsStart', { accountId, ...(anyway ? { anyway } : {}) });
    } catch (error) {
      if (isGuardedRefusal(error)) setHeldBack(true);
      else setRefusal(sentenceOf(error));
    }
    setStarting(false);
  };
  const stop = async () => {
    const run = runOf(accountId);
    if (run) await call('testsCancel', { testIds: [run.testId] }).catch(() => undefined);
  };
  return {
    test: () => void test(),
    testAnyway: () => void test(true),
    stop: () => void stop(),
    refusal,
    heldBack,
  };
}
