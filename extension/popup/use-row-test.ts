import { useState } from 'preact/hooks';
import type { Id } from '../../shared/id.ts';
import { call } from '../state/call.ts';
import { runOf } from '../state/runs.ts';
import { sentenceOf } from '../state/sentence-of.ts';

interface RowTest {
  test: () => void;
  stop: () => void;
  /** Why the test could not even begin: a locked keychain, a missing password. */
  refusal: string;
}

/** Starts and stops the test of one account. */
export function useRowTest(accountId: Id): RowTest {
  const [refusal, setRefusal] = useState('');
  const [starting, setStarting] = useState(false);
  const running = () => runOf(accountId)?.finished === false;

  const test = async () => {
    if (starting || running()) return;
    setRefusal('');
    setStarting(true);
    try {
      await call('testsStart', { accountId });
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
    setStarting(false);
  };
  const stop = async () => {
    const run = runOf(accountId);
    if (run) await call('testsCancel', { testIds: [run.testId] }).catch(() => undefined);
  };
  return { test: () => void test(), stop: () => void stop(), refusal };
}
