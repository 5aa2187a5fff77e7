import { mostRecentTests, type RecentTest } from '../../shared/tested-account.ts';

/** A test as a mark: `y` counts from the top, and a test that did not pass stands at the bottom. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly verdict: RecentTest[2];
}

export interface SparklineShape {
  readonly marks: readonly Mark[];
  /** Of an SVG path: tests that passed one after the other are joined. */
  readonly path: string;
}

/** The tests from left to right, with room for all that are kept; heights count from 0 ms, so that twice as long is twice as high. */
export function sparklineShape(
  recent: readonly RecentTest[],
  { width, height, margin }: { width: number; height: number; margin: number },
): SparklineShape {
  const most = Math.max(1, ...recent.filter(([, , verdict]) => verdict === 'passed').map(([, ms]) => ms));
  const step = (width - 2 * margin) / (mostRecentTests - 1);
  const bottom = height - margin;
  const marks = recent.map(([, ms, verdict], at): Mark => {
    const x = margin + at * step;
    const y = verdict === 'passed' ? bottom - (ms / most) * (bottom - margin) : bottom;
    return { x: rounded(x), y: rounded(y), verdict };
  });
  const path = marks
    .map(({ x, y, verdict }, at) => {
      if (verdict !== 'passed') return '';
      return `${marks[at - 1]?.verdict === 'passed' ? 'L' : 'M'}${x} ${y}`;
    })
    .join('');
  return { marks, path };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
