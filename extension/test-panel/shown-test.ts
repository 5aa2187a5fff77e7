import type { TestEvent } from '../../shared/event.ts';
import type { Id } from '../../shared/id.ts';

/** The test that a record shows: the newest there is of it. */
export interface ShownTest {
  readonly testId: Id;
  readonly events: readonly TestEvent[];
  readonly running: boolean;
  /** The companion went away before its end. */
  readonly lost?: true;
  /** ISO 8601; missing for one that ended before this page's eyes. */
  readonly endedAt?: string;
  /** The form says something else by now. */
  readonly older: boolean;
}
