import { useEffect, useRef } from 'preact/hooks';
import { t } from '../words.ts';
import type { LogRecords } from './use-log-records.ts';

/** The end of the list: older records are loaded as it comes near, or at a click. */
export function OlderRecords({ records }: { records: LogRecords }) {
  const { shown, complete, loadingOlder, trouble, loadOlder } = records;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!button.current || trouble) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) loadOlder();
      },
      { rootMargin: '400px' },
    );
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [shown?.at(-1)?.id, complete, trouble]);

  if (complete) return <p class="log-end">{t('log.end')}</p>;
  return (
    <div class="log-end">
      {trouble && <p role="alert">{trouble}</p>}
      <button type="button" class="button" ref={button} aria-disabled={loadingOlder} onClick={loadOlder}>
        {loadingOlder ? t('log.loadingOlder') : t('log.older')}
      </button>
    </div>
  );
}
