import { exactTime } from '../status/age-words.ts';

/** Clock time to the millisecond, with the day when it is not today; the UTC moment on hover. */
export function RecordTime({ iso }: { iso: string }) {
  const exact = exactTime(iso);
  const today = exactTime(new Date().toISOString()).slice(0, 10) === exact.slice(0, 10);
  return (
    <time dateTime={iso} title={`${exact}\n${iso}`}>
      {today ? exact.slice(11, 23) : exact.slice(0, 19)}
    </time>
  );
}
