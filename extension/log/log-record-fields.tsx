import { systemUserId } from '../../shared/id.ts';
import type { LogRecord } from '../../shared/log.ts';
import { visibleLines, visibleText } from '../../shared/visible-text.ts';
import { Age } from '../status/age.tsx';
import { exactTime } from '../status/age-words.ts';
import { CopyAction } from '../status/copy-action.tsx';
import { LevelBadge } from '../status/level-badge.tsx';
import { t } from '../words.ts';
import { accountName } from '../records/account-name.ts';
import { RecordField } from '../records/record-field.tsx';
import { fullMomentWords } from '../records/moment-words.ts';
import { logAddress, placeAddress } from '../addresses/log-address.ts';

/** More of one message helps nobody, and would hold the page up. */
const mostLines = 500;

/** Every field of a record; the message is quoted, for it may be a server's. */
export function LogRecordFields({ record }: { record: LogRecord }) {
  const { id, createdAt, source, level, message, username, createdBy, accountId, testId } = record;
  return (
    <dl class="record-fields">
      <RecordField name={t('log.record.id')}>
        <code>{id}</code>
        <CopyAction label={t('log.record.copyId')} text={() => id} />
      </RecordField>
      <RecordField name={t('records.columns.createdAt')}>
        <time dateTime={createdAt} title={exactTime(createdAt)}>
          {fullMomentWords(createdAt)}
        </time>
        {' · '}
        <Age iso={createdAt} />
        <br />
        <code>{createdAt}</code>
        <CopyAction label={t('log.record.copyTime')} text={() => createdAt} />
      </RecordField>
      <RecordField name={t('records.columns.source')}>
        <span lang="en">{source}</span>
      </RecordField>
      <RecordField name={t('records.columns.level')}>
        <LevelBadge level={level} />
      </RecordField>
      <RecordField name={t('records.columns.message')}>
        <blockquote class="record-said" lang="en" dir="auto">
          {visibleLines(message, mostLines).join('\n')}
        </blockquote>
      </RecordField>
      <RecordField name={t('records.columns.username')}>{visibleText(username, 320)}</RecordField>
      <RecordField name={t('records.columns.createdBy')}>
        <code>{createdBy}</code> {createdBy === systemUserId && t('log.record.systemUser')}
      </RecordField>
      <RecordField name={t('log.record.account')}>
        {accountId ? (
          <>
            <a href={`#/accounts/${accountId}`}>{accountName(accountId)}</a>
            <a href={logAddress({ accountId })}>{t('log.record.accountRecords')}</a>
          </>
        ) : (
          t('log.record.none')
        )}
      </RecordField>
      <RecordField name={t('log.record.test')}>
        {testId ? (
          <>
            <code>{testId}</code>
            <CopyAction label={t('log.record.copyTest')} text={() => testId} />
            <a href={logAddress({ testId })}>{t('log.record.testRecords')}</a>
            <a href={placeAddress({ where: `test is ${testId}`, sort: 'newest', view: 'conversation' })}>
              {t('log.talk.title')}
            </a>
          </>
        ) : (
          t('log.record.none')
        )}
      </RecordField>
    </dl>
  );
}
