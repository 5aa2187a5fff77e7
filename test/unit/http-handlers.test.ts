import { expect, test } from 'vitest';
import { makeHandlers } from '../../daemon/http/handlers.ts';
import type { Service } from '../../daemon/service/service.ts';
import type { PairingDaemon } from '../../shared/session/pairing-daemon.ts';
import type { SessionDaemon } from '../../shared/session/session-daemon.ts';

test('a revocation ends the sessions also when something fails after the client is deleted', async () => {
  const ended: string[] = [];
  const revoke = async () => {
    throw new Error('The list of clients could not be read again.');
  };
  const handlers = makeHandlers({
    service: { clients: { revoke } } as unknown as Service,
    sessions: { endClient: (id: string) => ended.push(id) } as unknown as SessionDaemon,
    pairing: {} as PairingDaemon,
    stop: () => undefined,
  });
  const id = 'a'.repeat(32);
  const asked = { body: { id }, secrets: {}, caller: { client: 'cli', sid: 'one', language: 'en' as const } };
  await expect(handlers.clientsRevoke(asked)).rejects.toThrow('could not be read again');
  expect(ended).toEqual([id]);
});
