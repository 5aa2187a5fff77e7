import type { RecentTest } from '../../shared/tested-account.ts';
import { latencyWords } from './latency-words.ts';
import { type Mark, sparklineShape } from './sparkline-shape.ts';

const size = { width: 80, height: 20, margin: 3 };

/** How long the last tests took, as a line; crosses are tests that failed, rings those that were stopped. Says the same in words. */
export function Sparkline({ recent }: { recent: readonly RecentTest[] }) {
  const { line, crosses, rings, newest } = knownPathsOf(recent);
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      role="img"
      aria-label={latencyWords(recent)}
    >
      <path class="sparkline-line" d={line} />
      {crosses ? <path class="sparkline-failed" d={crosses} /> : null}
      {rings ? <path class="sparkline-stopped" d={rings} /> : null}
      {newest ? <circle class="sparkline-newest" cx={newest.x} cy={newest.y} r="2" /> : null}
    </svg>
  );
}

/** Once for each account as it was loaded: a row is written anew with many a key in the search. */
function knownPathsOf(recent: readonly RecentTest[]): ReturnType<typeof pathsOf> {
  const known = paths.get(recent);
  if (known) return known;
  const made = pathsOf(recent);
  paths.set(recent, made);
  return made;
}

const paths = new WeakMap<readonly RecentTest[], ReturnType<typeof pathsOf>>();

function pathsOf(recent: readonly RecentTest[]) {
  const { marks, path } = sparklineShape(recent, size);
  return {
    line: path,
    crosses: drawn(marks, 'failed', cross),
    rings: drawn(marks, 'cancelled', ring),
    newest: marks.findLast(({ verdict }) => verdict === 'passed'),
  };
}

/** One path for all of a kind: a long list has many rows. */
function drawn(marks: readonly Mark[], kind: Mark['verdict'], draw: (mark: Mark) => string): string {
  return marks
    .filter(({ verdict }) => verdict === kind)
    .map(draw)
    .join('');
}

function cross({ x, y }: Mark): string {
  return `M${x - 2} ${y - 2}l4 4m0-4-4 4`;
}

function ring({ x, y }: Mark): string {
  return `M${x - 1.5} ${y}a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0`;
}
