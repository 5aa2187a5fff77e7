import { setTimeout as sleep } from 'node:timers/promises';
import type { Letter } from '../../shared/letter.ts';
import { savedAccount, type ServiceOnDisk, serviceOnDisk } from '../service/service-on-disk.ts';
import { letterServer } from './letter-server.ts';

/** A service with an SMTP account, and the server that it leads to. */
export async function ground(options: Parameters<typeof letterServer>[0] = {}) {
  const server = await letterServer(options);
  const on = await serviceOnDisk();
  const accountId = await savedAccount(on, { type: 'smtp', ...server.target });
  return { ...on, ...server, accountId };
}

/** The letter, once it is as wanted. */
export async function once(
  { service }: Pick<ServiceOnDisk, 'service'>,
  id: string,
  wanted: (letter: Letter) => boolean = ({ status }) => !['Ready', 'In Process'].includes(status),
): Promise<Letter> {
  for (let tries = 0; tries < 200; tries++) {
    const { letter } = await service.outgoing.get(id);
    if (wanted(letter)) return letter;
    await sleep(25);
  }
  throw new Error(`The letter stayed ${JSON.stringify((await service.outgoing.get(id)).letter)}`);
}
