import type { RecentTest } from '../../shared/tested-account.ts';
import { duration } from '../status/duration.ts';
import { counted, t } from '../words.ts';
import { latencyOf } from './latency.ts';

/** Such as `8 tests: last 212 ms, least 198 ms, most 1.4 s, 2 failed`. */
export function latencyWords(recent: readonly RecentTest[]): string {
  const known = said.get(recent);
  if (known !== undefined) return known;
  const words = wordsOf(recent);
  said.set(recent, words);
  return words;
}

const said = new WeakMap<readonly RecentTest[], string>();

function wordsOf(recent: readonly RecentTest[]): string {
  const latency = latencyOf(recent);
  const failed = recent.filter(([, , verdict]) => verdict === 'failed').length;
  const parts = [
    ...(latency
      ? [
          t('accounts.list.latency.span', {
            last: duration(latency.last),
            least: duration(latency.least),
            most: duration(latency.most),
          }),
        ]
      : [t('accounts.list.latency.none')]),
    ...(failed > 0 ? [counted('accounts.list.latency.failed', failed)] : []),
  ];
  return `${counted('accounts.list.latency.tests', recent.length)}: ${parts.join(', ')}`;
}
