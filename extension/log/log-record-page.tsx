import { ChevronLeft, ChevronRight, type IconNode } from 'lucide';
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
import { Icon } from '../status/icon.tsx';
import '../style/log-record.css';
import { t } from '../words.ts';
import { recordText } from './cell-rules.ts';
import { LogRecordFields } from './log-record-fields.tsx';
import { useLogRecord } from './use-log-record.ts';
import { useNeighbours } from './use-neighbours.ts';

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
  useEffect(() => title.current?.focus({ preventScroll: true }), [id]);
  const { record, trouble } = useLogRecord(id, known);
  const here = record?.id === id ? record : undefined;
  const beside = useNeighbours(here, condition, place.sort, (next) => {
    location.hash = recordAddress(next, place);
  });
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
          {here && <CopyButton label={t('log.menu.copyRecord')} text={() => recordText(here)} />}
          <Beside to={beside?.previous} place={place} label={t('log.record.previous')} icon={ChevronLeft} />
          <Beside to={beside?.next} place={place} label={t('log.record.next')} icon={ChevronRight} />
        </div>
      </header>
      <CompanionAway />
      <div class="log-record-body">
        <Content id={id} record={here} trouble={trouble} back={back} />
      </div>
    </>
  );
}

interface BesideProps {
  to: Id | undefined;
  place: LogPlace;
  label: string;
  icon: IconNode;
}

function Beside({ to, place, label, icon }: BesideProps) {
  // A button that keeps its place and the focus at either end of the list.
  return (
    <button
      type="button"
      class="button more"
      aria-disabled={to === undefined}
      aria-label={label}
      title={label}
      aria-keyshortcuts={icon === ChevronLeft ? 'ArrowLeft' : 'ArrowRight'}
      onClick={() => {
        if (to !== undefined) location.hash = recordAddress(to, place);
      }}
    >
      <Icon of={icon} size={16} />
    </button>
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
