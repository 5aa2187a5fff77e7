import { useEffect, useMemo, useRef } from 'preact/hooks';
import '../style/log.css';
import '../style/log-table.css';
import '../style/log-card.css';
import { t } from '../words.ts';
import { askedCondition } from './asked-condition.ts';
import type { LeftPlace } from './log-list.tsx';
import { LogPage } from './log-page.tsx';
import { readColumns } from './kept-columns.ts';
import { LogRecordPage } from './log-record-page.tsx';
import { recordAt, rowOf } from './page-window.ts';
import { useLogAddress } from './use-log-address.ts';
import { useLogList } from './use-log-list.ts';

void readColumns();

/** The Main Log: what was asked for, and one record of it; back from a record the list stands where it was left. */
export function LogRoom() {
  const [address, replace] = useLogAddress();
  const { record, where, sort } = address;
  const asked = useMemo(() => askedCondition(where), [where]);
  const isListed = record === undefined && address.view === 'list';
  const list = useLogList(asked.condition, sort, isListed);
  const left = useRef<LeftPlace>({ top: 0, record: undefined });

  useEffect(() => {
    const room = record === undefined ? t('log.title') : t('log.record.title');
    document.title = t('frame.title', { room });
  }, [record]);
  // Another question begins at its begin.
  const question = `${sort} ${where}`;
  const before = useRef(question);
  if (before.current !== question) left.current = { top: 0, record: undefined };
  before.current = question;

  if (record === undefined)
    return <LogPage place={address} asked={asked} list={list} left={left} replace={replace} />;
  const row = list.window ? rowOf(list.window, record) : -1;
  return (
    <main id="content" class="log log-one" tabIndex={-1}>
      <LogRecordPage
        id={record}
        known={list.window && row >= 0 ? recordAt(list.window, row) : undefined}
        place={address}
        condition={asked.condition}
      />
    </main>
  );
}
