import { exactTime } from '../status/age-words.ts';
import { momentWords } from './moment-words.ts';

/** Clock time to the millisecond, with the day when it is not today; the exact moment on hover, here and in UTC. */
export function RecordTime({ iso }: { iso: string }) {
  return (
    <time dateTime={iso} title={`${exactTime(iso)}\n${iso}`}>
      {momentWords(iso, Date.now())}
    </time>
  );
}
