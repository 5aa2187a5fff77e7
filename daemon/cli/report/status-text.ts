import type { Client } from '../../../shared/client.ts';
import type { DaemonStatus } from '../../../shared/daemon-status.ts';
import { secretBackendNames } from './secret-words.ts';
import { paint } from '../paint.ts';
import type { Output } from '../terminal.ts';
import { facts } from './facts.ts';
import { ageOf } from './moment.ts';

interface Running {
  readonly address: string;
  readonly status: DaemonStatus;
  readonly clients: readonly Omit<Client, 'publicKey'>[];
  readonly now: Date;
}

/** What a running daemon says of itself, for a person. */
export function statusText({ address, status, clients, now }: Running, out: Output): string {
  const { secrets } = status;
  const browsers = clients.map(
    ({ name, origin, lastUsedAt }) => `${name} (${origin}), last used ${ageOf(lastUsedAt, now)}`,
  );
  const pairs: (readonly [string, string])[] = [
    ['Version', status.version],
    ['Address', address],
    ['Data', status.dataDirectory],
    ['Person', status.person],
    ['Passwords', placeWords(secrets)],
    ...(secrets.warning === undefined ? [] : [['', secrets.warning] as const]),
    ...(browsers.length === 0 ? [['Browsers', 'none is paired: npx mailprobe pair'] as const] : []),
    ...browsers.map((browser, index) => [index === 0 ? 'Browsers' : '', browser] as const),
    ...(status.diskFull ? [['Disk', 'full: nothing new is saved until there is room'] as const] : []),
  ];
  return `${paint(out)('good', 'The Mailprobe daemon is running.')}\n${facts(pairs, out)}`;
}

function placeWords({ backend, state, sentence }: DaemonStatus['secrets']): string {
  const known = state === 'ready' || state === 'waiting' ? '' : `, ${state}`;
  return `${secretBackendNames[backend]}${known}. ${sentence}`;
}
