import { counted, t } from '../words.ts';
import type { ShownFetch } from './the-fetch.ts';

/** What a fetch says of itself in one line: how far it is, or what came of it. */
export function fetchWords({ progress, cancel, finished, broken }: ShownFetch): string {
  if (cancel)
    return progress
      ? t('fetching.progress', { done: progress.letters, of: progress.coming })
      : t('fetching.waiting');
  if (!finished) return t(`fetching.${broken === 'refused' && progress ? 'partly' : (broken ?? 'lost')}`);
  const { letters, ignored, failure } = finished;
  // Of one that failed at once nothing came, and that is told by the failure.
  const came =
    letters > 0 || !failure ? [letters === 0 ? t('fetching.none') : counted('fetching.came', letters)] : [];
  return [...came, ...(ignored > 0 ? [counted('fetching.ignored', ignored)] : [])].join(' ');
}
