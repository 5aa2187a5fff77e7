import { useEffect, useRef } from 'preact/hooks';
import type { Condition } from '../../shared/condition.ts';
import { Id } from '../../shared/id.ts';
import type { LogRecord } from '../../shared/log.ts';
import { type LogPlace, placeAddress, recordAddress } from '../addresses/log-address.ts';
import { CompanionAway } from '../companion/companion-away.tsx';
import { CopyButton } from '../copy-button.tsx';
import { Note, WaitingNote } from '../frame/note.tsx';
import { RoomPlace } from '../frame/room-place.tsx';
import { isAway } from '../state/connection.ts';
import '../style/record-page.css';
import { t } from '../words.ts';
import { recordText } from '../records/cell-rules.ts';
import { logKind } from './log-kind.ts';
import { LogRecordFields } from './log-record-fields.tsx';
import { useLogRecord } from './use-log-record.ts';
import { NeighbourButtons } from '../records/neighbour-buttons.tsx';
import { useNeighbours } from '../records/use-neighbours.ts';

interface LogRecordPageProps {
  id: string;
  /** Where the list has it already. */
  known: LogRecord | undefined;
  /** The list it is one of. */
  place: LogPlace;
  condition: Condition | undefined;
}

/** One record on a page of its own; the ones beside it in its list are a key away. */
export function LogRecordPage({ id, known, place, condition }: LogRecordPageProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // From record to record by its buttons: the one that was pressed can be pressed again.
    if (document.activeElement?.matches('[aria-keyshortcuts^=Arrow]')) return;
    title.current?.focus({ preventScroll: true });
  }, [id]);
  const { record, trouble } = useLogRecord(id, known);
  const here = record?.id === id ? record : undefined;
  const go = (next: Id) => {
    // Back leads to the list, however many were read.
    location.replace(recordAddress(next, place));
  };
  // An exchange is read in the order of time.
  const order = place.view === 'conversation' ? 'oldest' : place.sort;
  const beside = useNeighbours(logKind, here, condition, order, go);
  const back = placeAddress(place);
  return (
    <>
      <header class="room-head">
        <RoomPlace room={t('log.title')} address={back}>
          <h1 class="room-title" ref={title} tabIndex={-1}>
            {t('log.record.title')}
          </h1>
        </RoomPlace>
        <div class="room-actions">
          {here && <CopyButton label={t('log.copyRecord')} text={() => recordText(here)} />}
          <NeighbourButtons neighbours={beside} />
        </div>
      </header>
      <CompanionAway />
      <div>
        <Content id={id} record={here} trouble={trouble} back={back} />
      </div>
    </>
  );
}

interface ContentProps {
  id: string;
  record: LogRecord | undefined;
  trouble: string;
  back: string;
}

function Content({ id, record, trouble, back }: ContentProps) {
  if (record) return <LogRecordFields record={record} />;
  if (trouble || !Id.safeParse(id).success)
    return (
      <Note title={t('log.record.goneTitle')} lead={trouble || t('log.record.goneLead')}>
        <a class="button" href={back}>
          {t('log.title')}
        </a>
      </Note>
    );
  if (isAway.value) return null;
  return <WaitingNote words={t('log.loading')} />;
}
