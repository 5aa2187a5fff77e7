import type { Id } from '../../shared/id.ts';
import type { LogRecord } from '../../shared/log.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { exactTime } from '../status/age-words.ts';
import { LevelBadge } from '../status/level-badge.tsx';
import { t } from '../words.ts';
import { PageLink } from './page-link.tsx';
import { saidFirst } from './said-first.ts';

interface DetailRecordsProps {
  accountId: Id;
  records: readonly LogRecord[] | undefined;
}

/** The newest log records of an account; each leads to its own page. */
export function DetailRecords({ accountId, records }: DetailRecordsProps) {
  return (
    <section class="records" aria-label={t('popup.records')}>
      <header class="records-head">
        <h2>{t('popup.records')}</h2>
        <PageLink to={`#/log?account=${accountId}`}>{t('popup.allRecords')}</PageLink>
      </header>
      {records?.length === 0 && <p class="records-none">{t('popup.noRecords')}</p>}
      <ol>
        {records?.map(({ id, createdAt, level, message }) => (
          <li key={id} class="record">
            <PageLink to={`#/log/${id}`}>
              <time dateTime={createdAt} title={exactTime(createdAt)}>
                {clockTime(createdAt)}
              </time>
              <LevelBadge level={level} />
              <span class="record-message" lang="en" dir="auto">
                {visibleText(saidFirst(message), 160)}
              </span>
            </PageLink>
          </li>
        ))}
      </ol>
    </section>
  );
}

function clockTime(iso: string): string {
  return exactTime(iso).slice(11, 19);
}
