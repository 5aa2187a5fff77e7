import type { ServerResponse } from 'node:http';
import type { DaemonRequest } from '../../shared/session/daemon-request.ts';
import type { Admitted } from './listener.ts';

/** What the gate hands over with a request. */
export interface Passed {
  readonly admitted: Admitted<DaemonRequest>;
  readonly response: ServerResponse;
}
