import { useEffect, useRef } from 'preact/hooks';
import { Id } from '../../shared/id.ts';
import type { LogRecord } from '../../shared/log.ts';
import { CompanionAway } from '../companion/companion-away.tsx';
import { Note, WaitingNote } from '../frame/note.tsx';
import { isAway } from '../state/connection.ts';
import { t } from '../words.ts';
import { LogRecordFields } from './log-record-fields.tsx';
import { useLogRecord } from './use-log-record.ts';

interface LogRecordPageProps {
  id: string;
  /** Where the list has it already. */
  known: LogRecord | undefined;
  /** The address of the list it was opened from. */
  back: string;
}

/** One record on a page of its own. */
export function LogRecordPage({ id, known, back }: LogRecordPageProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), [id]);
  return (
    <>
      <header class="room-head">
        <nav class="room-path" aria-label={t('log.title')}>
          <a href={back}>{t('log.title')}</a>
          <span aria-hidden="true">/</span>
        </nav>
        <h1 class="room-title" ref={title} tabIndex={-1}>
          {t('log.record.title')}
        </h1>
      </header>
      <CompanionAway />
      <Content id={id} known={known} back={back} />
    </>
  );
}

function Content({ id, known, back }: LogRecordPageProps) {
  const { record, trouble } = useLogRecord(id, known);
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
