import { useSignalEffect } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { RouteReply } from '../../shared/routes.ts';
import { call } from '../state/call.ts';
import { changes } from '../state/changes.ts';

export type Clients = RouteReply<'clientsList'>;

/** The paired clients, asked for anew when they change; `undefined` until they are here. */
export function useClients(): Clients | undefined {
  const [clients, setClients] = useState<Clients>();
  useSignalEffect(() => {
    if (changes.clients.value === 0) return;
    // A trouble on the way is shown by the connection.
    call('clientsList', {}).then(setClients, () => undefined);
  });
  return clients;
}
