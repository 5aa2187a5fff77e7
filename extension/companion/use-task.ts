import { useState } from 'preact/hooks';
import type { FaultWords } from './fault-words.ts';
import { faultOf } from './fault-of.ts';

/** A call that a button starts: whether it is under way, and what went wrong the last time. */
export interface Task {
  readonly busy: boolean;
  readonly fault: FaultWords | undefined;
  /** True when it came to its end. */
  run(work: () => Promise<unknown>): Promise<boolean>;
}

/** `title` stands above what went wrong. */
export function useTask(title: string): Task {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<FaultWords>();
  return {
    busy,
    fault,
    async run(work) {
      setBusy(true);
      setFault(undefined);
      try {
        await work();
        return true;
      } catch (error) {
        setFault(faultOf(error, title));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
