import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { CompanionAway } from '../companion/companion-away.tsx';
import { RoomHead } from '../frame/room-head.tsx';
import { useAddress } from '../frame/use-address.ts';
import { t } from '../words.ts';
import { logAddress, parseLogAddress } from '../addresses/log-address.ts';
import { LogFilterBar } from './log-filter-bar.tsx';
import { LogList } from './log-list.tsx';
import { LogRecordPage } from './log-record-page.tsx';
import { useLogRecords } from './use-log-records.ts';
import '../style/log.css';
import '../style/log-record.css';

/** The Main Log: the list, and one record; back from a record the list stands where it was left. */
export function LogRoom() {
  const { record, filter } = parseLogAddress(useAddress());
  const isList = record === undefined;
  const listed = useRef(filter);
  if (isList) listed.current = filter;
  const opened = useRef<string>(undefined);
  const records = useLogRecords(listed.current, isList);
  const place = useRef(0);

  useEffect(() => {
    document.title = t('frame.title', { room: isList ? t('log.title') : t('log.record.title') });
    if (!isList) opened.current = record;
  }, [record]);

  // While this is drawn the list still stands where the person left it.
  const wasList = useRef(isList);
  if (wasList.current && !isList) place.current = scrollY;
  wasList.current = isList;
  // Before the browser paints: the list must not be seen at another place first.
  useLayoutEffect(() => scrollTo(0, isList ? place.current : 0), [isList]);

  return (
    <main id="content" class="log" tabIndex={-1}>
      {isList ? (
        <>
          <RoomHead title={t('log.title')} lead={t('log.lead')} />
          <CompanionAway />
          <LogFilterBar filter={filter} />
          <LogList records={records} filter={filter} opened={opened.current} />
        </>
      ) : (
        <LogRecordPage
          id={record}
          known={records.shown?.find(({ id }) => id === record)}
          back={logAddress(listed.current)}
        />
      )}
    </main>
  );
}
