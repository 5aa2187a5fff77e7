import type { RecentTest } from '../../shared/tested-account.ts';
import { latencyWords } from './latency-words.ts';
import { type Mark, sparklineShape } from './sparkline-shape.ts';

const size = { width: 80, height: 20, margin: 3 };

/** How long the last tests took, as a line; crosses are tests that failed, rings those that were stopped. Says the same in words. */
export function Sparkline({ recent }: { recent: readonly RecentTest[] }) {
  const { marks, path } = sparklineShape(recent, size);
  const newest = marks.findLast(({ verdict }) => verdict === 'passed');
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      role="img"
      aria-label={latencyWords(recent)}
    >
      <path class="sparkline-ground" d={`M0 ${size.height - 0.5}H${size.width}`} />
      <path class="sparkline-line" d={path} />
      {marks.map((mark, at) => (mark.verdict === 'passed' ? null : <NotPassed key={at} {...mark} />))}
      {newest ? <circle class="sparkline-newest" cx={newest.x} cy={newest.y} r="2" /> : null}
    </svg>
  );
}

function NotPassed({ x, y, verdict }: Mark) {
  if (verdict === 'cancelled') return <circle class="sparkline-stopped" cx={x} cy={y} r="1.5" />;
  return <path class="sparkline-failed" d={`m${x - 2} ${y - 2} 4 4m0-4-4 4`} />;
}
