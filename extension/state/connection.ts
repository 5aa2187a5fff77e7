import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { ConnectionTrouble, type ConnectionTroubleKind } from '../../shared/connection-trouble.ts';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import { contractNumber } from '../../shared/contract-number.ts';
import type { DaemonStatus } from '../../shared/daemon-status.ts';
import { daemon } from '../link/daemon.ts';
import { mayReachDaemon, onMayReachDaemon } from '../link/host-permission.ts';
import { isThere } from '../link/is-there.ts';
import { type KeptDaemon, keepDaemon, keptDaemon, onPairing } from '../link/pinned-daemon.ts';
import { changes } from './changes.ts';
import { followLive } from './follow-live.ts';
import { pause, wake } from './pause.ts';

/** `not_allowed`: the browser withholds the permission for 127.0.0.1, as Firefox lets people choose. */
export type TroubleKind = ConnectionTroubleKind | 'not_allowed';

/** How this page and the daemon stand. `connected` stays while a hidden page rests. */
export type Connection =
  | { readonly state: 'loading' }
  | { readonly state: 'unpaired' }
  | { readonly state: 'connecting' }
  | { readonly state: 'connected'; readonly status: DaemonStatus }
  | {
      readonly state: 'trouble';
      readonly kind: TroubleKind;
      readonly startCommand?: string;
      /** Of a daemon that speaks another version, where it could be read. */
      readonly contract?: number;
    };

const current = signal<Connection>({ state: 'loading' });
let begun = false;
let stream: AbortController | undefined;
/** Streams in a row that broke off soon after they began. */
let losses = 0;

export const connection: ReadonlySignal<Connection> = current;
/** The daemon cannot be asked for anything until a person or time has mended that; not while it is still looked for. */
export const isAway: ReadonlySignal<boolean> = computed(() =>
  ['trouble', 'unpaired'].includes(current.value.state),
);

/** From now on this page connects, and connects again whenever the daemon is back, while anyone can see it. */
export function connect(): void {
  if (begun) return;
  begun = true;
  onPairing(() => reconnect());
  onMayReachDaemon(() => reconnect());
  document.addEventListener('visibilitychange', () => reconnect());
  effect(() => {
    if (changes.secrets.value + changes.clients.value > 0) void refreshStatus();
  });
  void keepConnected();
}

/** Looks again now: after a pairing, a permission, when the page is seen again, or after the trouble of a call. */
export function reconnect(trouble?: ConnectionTrouble): void {
  stream?.abort(trouble);
  wake();
}

/** Asks for the status anew; a trouble on the way shows in {@link connection}. */
export async function refreshStatus(): Promise<void> {
  try {
    const client = await daemon();
    const status = await client?.call('status', {});
    if (status && current.peek().state === 'connected') current.value = { state: 'connected', status };
  } catch (error) {
    if (error instanceof ConnectionTrouble) reconnect(error);
  }
}

async function keepConnected(): Promise<never> {
  for (;;) {
    const kept = await keptDaemon();
    const client = await daemon();
    if (!kept || !client) {
      current.value = { state: 'unpaired' };
      await pause();
    } else if (document.hidden) await pause();
    else await stayConnected(kept, client);
  }
}

async function stayConnected(kept: KeptDaemon, client: DaemonClient): Promise<void> {
  const { state } = current.peek();
  if (state === 'loading' || state === 'unpaired') current.value = { state: 'connecting' };
  const controller = new AbortController();
  stream = controller;
  const begun = Date.now();
  try {
    const status = await client.call('status', {});
    const { contract, startCommand } = status;
    if (contract !== contractNumber) throw new ConnectionTrouble('wrong_version', { contract });
    current.value = { state: 'connected', status };
    if (startCommand !== kept.startCommand) await keepDaemon({ ...kept, startCommand });
    await followLive(client, controller.signal);
    throw new ConnectionTrouble('lost');
  } catch (error) {
    const trouble = troubleOf(error, controller.signal);
    if (!trouble) return;
    losses = trouble.kind === 'lost' && Date.now() - begun < 5000 ? losses + 1 : 0;
    // A daemon that was restarted is back soon, and one that is gone will not answer the next try.
    if (trouble.kind === 'lost' && losses < 4) {
      await pause(losses > 0 ? 300 : 0);
      return;
    }
    await showTrouble(trouble, kept);
    await untilWorthATry(trouble.kind, kept.port);
  }
}

function troubleOf(error: unknown, { aborted, reason }: AbortSignal): ConnectionTrouble | undefined {
  if (!aborted)
    return error instanceof ConnectionTrouble ? error : new ConnectionTrouble('lost', { cause: error });
  // The next try finds the other kinds by itself, and these not: it would begin, fail and begin for ever.
  const lasting = reason instanceof ConnectionTrouble && ['wrong_version', 'stranger'].includes(reason.kind);
  return lasting ? reason : undefined;
}

async function showTrouble({ kind, contract }: ConnectionTrouble, kept: KeptDaemon): Promise<void> {
  const withheld = kind === 'unreachable' && !(await mayReachDaemon());
  current.value = {
    state: 'trouble',
    kind: withheld ? 'not_allowed' : kind,
    ...(kept.startCommand === undefined ? {} : { startCommand: kept.startCommand }),
    ...(contract === undefined ? {} : { contract }),
  };
}

/** A daemon that went away is looked for every second; what a person must mend, seldom. */
async function untilWorthATry(kind: ConnectionTroubleKind, port: number): Promise<void> {
  if (kind !== 'unreachable' && kind !== 'lost') {
    await pause(kind === 'busy' ? 2000 : 5000);
    return;
  }
  for (;;) {
    // A hidden page rests; seen again, it tries at once.
    if (await pause(document.hidden ? undefined : 1000)) return;
    if (await isThere(port)) return;
  }
}
