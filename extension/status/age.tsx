import { ageWords, exactTime, isStale } from './age-words.ts';
import { useClock } from './clock.ts';

/** How long ago something was, kept up to date; the exact moment on hover. Grey when it is older than a day. */
export function Age({ iso }: { iso: string }) {
  const shown = useClock((nowMs) => ageWords(iso, nowMs));
  const stale = useClock((nowMs) => isStale(iso, nowMs));
  return (
    <time class={stale ? 'age age-stale' : 'age'} dateTime={iso} title={exactTime(iso)}>
      {shown}
    </time>
  );
}
