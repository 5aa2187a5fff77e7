import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { LiveEvent } from '../../shared/live-event.ts';

export type Changing = Extract<LiveEvent, { type: 'changed' }>['what'];

const counters = {
  accounts: signal(0),
  properties: signal(0),
  clients: signal(0),
  secrets: signal(0),
  letters: signal(0),
} satisfies Record<Changing, unknown>;

/** Rises with every change at the daemon and with every new stream, which may have missed some; 0 before the first. */
export const changes: Readonly<Record<Changing, ReadonlySignal<number>>> = counters;

/** For the stream alone. */
export function tellChange(what: Changing): void {
  counters[what].value++;
}

/** For the stream alone: it begins. */
export function beginChanges(): void {
  batch(() => {
    for (const counter of Object.values(counters)) counter.value++;
  });
}
