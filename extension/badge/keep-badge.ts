import { effect } from '@preact/signals';
import { accounts } from '../state/accounts.ts';
import { connection } from '../state/connection.ts';
import { runs } from '../state/runs.ts';
import { awayBadge, badgeOf, noBadge } from './badge.ts';
import { showBadge } from './show-badge.ts';

/** While a page is connected, the badge follows what it knows at once; else the background looks every minute. */
export function keepBadge(): void {
  effect(() => {
    const { state } = connection.value;
    if (state === 'unpaired') void showBadge(noBadge);
    if (state === 'trouble') void showBadge(awayBadge);
    if (state !== 'connected' || !accounts.value) return;
    const running = [...runs.value.values()].filter(({ finished }) => !finished);
    void showBadge(badgeOf(accounts.value, running.length));
  });
}
