import { type ReadonlySignal, signal } from '@preact/signals';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import type { Id } from '../../shared/id.ts';
import type { RouteBody, RouteLine } from '../../shared/routes.ts';
import { daemon } from '../link/daemon.ts';
import { reconnect } from '../state/connection.ts';
import { sentenceOf } from '../state/sentence-of.ts';

type Line = RouteLine<'lettersFetch'>;

/** A fetch of letters as this page has seen it so far. */
export interface ShownFetch {
  readonly accountId: Id;
  /** What has come so far of what there is. */
  readonly progress?: Extract<Line, { type: 'progress' }>;
  /** While it is under way. */
  readonly cancel?: () => void;
  readonly finished?: Extract<Line, { type: 'finished' }>;
  /** It ended before anybody said how: by the person, or it never began, or nobody can say any more. */
  readonly broken?: 'cancelled' | 'refused' | 'lost';
  /** Why, in a sentence. */
  readonly trouble?: string;
}

const current = signal<ShownFetch | undefined>(undefined);

/** The one fetch of this page: it goes on while another room is shown, and stays to be read until the room is left that tells it. */
export const theFetch: ReadonlySignal<ShownFetch | undefined> = current;

/**
 * Begins one, unless one is under way; `older` asks for so many of those that an earlier one has left. As the default account it is
 * not named, so that its letters tell that.
 */
export async function beginFetch(accountId: Id, older?: number, byDefault = false): Promise<void> {
  if (current.peek()?.cancel) return;
  const controller = new AbortController();
  const { signal: ended } = controller;
  let fetch: ShownFetch = { accountId, cancel: () => controller.abort() };
  const show = (change: Partial<ShownFetch>) => {
    fetch = { ...fetch, ...change };
    current.value = fetch;
  };
  show({});
  try {
    const client = await daemon();
    if (!client) throw new ConnectionTrouble('not_paired');
    const body: RouteBody<'lettersFetch'> = {
      ...(byDefault ? {} : { accountId }),
      ...(older === undefined ? {} : { older }),
    };
    for await (const line of client.stream('lettersFetch', body, ended)) show(seen(line));
    if (!fetch.finished && !fetch.broken) show({ broken: ended.aborted ? 'cancelled' : 'lost' });
  } catch (error) {
    if (error instanceof ConnectionTrouble && error.kind !== 'busy' && !ended.aborted) reconnect(error);
    if (ended.aborted) show({ broken: 'cancelled' });
    else show({ broken: fetch.progress ? 'lost' : 'refused', trouble: sentenceOf(error) });
  }
  const { cancel: _over, ...rest } = fetch;
  current.value = rest;
}

/** What it said was read. */
export function forgetFetch(): void {
  if (!current.peek()?.cancel) current.value = undefined;
}

function seen(line: Line): Partial<ShownFetch> {
  switch (line.type) {
    case 'begun':
      return { accountId: line.accountId };
    case 'progress':
      return { progress: line };
    case 'finished':
      return { finished: line };
    case 'refused':
      return { broken: 'refused', trouble: line.refusal.message };
  }
}
