import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { counted } from '../words.ts';
import type { LogFilter } from '../addresses/log-address.ts';
import { LogNote } from './log-note.tsx';
import { LogTable } from './log-table.tsx';
import { OlderRecords } from './older-records.tsx';
import type { LogRecords } from './use-log-records.ts';

interface LogListProps {
  records: LogRecords;
  filter: LogFilter;
  /** The record that was open last: where the person goes on. */
  opened: string | undefined;
}

/** The records, the newest first. New ones come in on top by themselves while nobody reads, else at a click. */
export function LogList({ records, filter, opened }: LogListProps) {
  const { shown, fresh, showFresh } = records;
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    list.current?.querySelector<HTMLElement>(`[data-record="${opened}"]`)?.focus({ preventScroll: true });
  }, []);

  const isRead = () => scrollY > 0 || list.current?.matches(':hover, :focus-within') === true;
  useEffect(() => {
    if (fresh.length > 0 && !isRead()) showFresh();
  }, [fresh.length]);

  if (!shown || shown.length === 0) return <LogNote records={records} filter={filter} />;
  const showNow = () => {
    showFresh();
    scrollTo(0, 0);
  };
  return (
    <div class="log-list">
      <p class="unseen" role="status">
        {fresh.length > 0 && counted('log.fresh', fresh.length)}
      </p>
      {fresh.length > 0 && (
        <button type="button" class="log-fresh" onClick={showNow}>
          <span aria-hidden="true">↑ </span>
          {counted('log.fresh', fresh.length)}
        </button>
      )}
      <div ref={list} onPointerLeave={() => scrollY === 0 && fresh.length > 0 && showFresh()}>
        <LogTable records={shown} />
      </div>
      <OlderRecords records={records} />
    </div>
  );
}
