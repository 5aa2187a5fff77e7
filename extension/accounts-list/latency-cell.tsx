import type { RecentTest } from '../../shared/tested-account.ts';
import { duration } from '../status/duration.ts';
import { lastLatency } from './latency.ts';
import { latencyWords } from './latency-words.ts';
import { Sparkline } from './sparkline.tsx';

/** How long the last test that passed took, and a line of the last ones; nothing before the first test. */
export function LatencyCell({ recent }: { recent: readonly RecentTest[] }) {
  if (recent.length === 0) return null;
  const last = lastLatency(recent);
  return (
    <span class="latency" title={latencyWords(recent)}>
      <Sparkline recent={recent} />
      {last === undefined ? null : (
        <span class="latency-last" aria-hidden="true">
          {duration(last)}
        </span>
      )}
    </span>
  );
}
