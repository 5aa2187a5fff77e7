import type { ConnectionSettings } from '../../shared/account.ts';
import type { TestEvent } from '../../shared/event.ts';
import type { Secret } from './redaction/secret.ts';

export interface TestRequest {
  settings: ConnectionSettings;
  password: Secret;
}

export interface TestOptions {
  /** Ends the test with verdict `cancelled`. */
  signal?: AbortSignal;
  /** The one deadline of the whole walk; 15 s unless told otherwise. */
  timeoutMs?: number;
  /** PEM certificates trusted beside the system's, for this test only. */
  ca?: string;
}

/** Walks through one test. Never throws: whatever goes wrong is a `failed` event; the last event is `finished`. */
export async function* runTest(request: TestRequest, options: TestOptions = {}): AsyncGenerator<TestEvent> {
  void request;
  void options;
}
