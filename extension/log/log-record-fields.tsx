import type { ComponentChildren } from 'preact';
import { systemUserId } from '../../shared/id.ts';
import type { LogRecord } from '../../shared/log.ts';
import { visibleLines, visibleText } from '../../shared/visible-text.ts';
import { Age } from '../status/age.tsx';
import { exactTime } from '../status/age-words.ts';
import { CopyAction } from '../status/copy-action.tsx';
import { LevelBadge } from '../status/level-badge.tsx';
import { logWords } from '../words/log.ts';
import { accountName } from './account-name.ts';
import { logAddress } from './log-address.ts';

const { columns, record: words } = logWords;
/** More of one message helps nobody, and would hold the page up. */
const mostLines = 500;

/** Every field of a record; the message is quoted, for it may be a server's. */
export function LogRecordFields({ record }: { record: LogRecord }) {
  const { id, createdAt, source, level, message, username, createdBy, accountId, testId } = record;
  return (
    <dl class="record-fields">
      <Field name={words.id}>
        <code>{id}</code>
        <CopyAction label={words.copyId} text={() => id} />
      </Field>
      <Field name={columns.createdAt}>
        <code>{createdAt}</code> {words.utc}
        <br />
        <code>{exactTime(createdAt)}</code> {words.here} · <Age iso={createdAt} />
      </Field>
      <Field name={columns.source}>{source}</Field>
      <Field name={columns.level}>
        <LevelBadge level={level} />
      </Field>
      <Field name={columns.message}>
        <blockquote class="record-said">{visibleLines(message, mostLines).join('\n')}</blockquote>
      </Field>
      <Field name={columns.username}>{visibleText(username, 320)}</Field>
      <Field name={columns.createdBy}>
        <code>{createdBy}</code> {createdBy === systemUserId && words.systemUser}
      </Field>
      <Field name={words.account}>
        {accountId ? (
          <>
            <a href={`#/accounts/${accountId}`}>{accountName(accountId)}</a>
            <a href={logAddress({ accountId })}>{words.accountRecords}</a>
          </>
        ) : (
          words.none
        )}
      </Field>
      <Field name={words.test}>
        {testId ? (
          <>
            <code>{testId}</code>
            <a href={logAddress({ testId })}>{words.testRecords}</a>
          </>
        ) : (
          words.none
        )}
      </Field>
    </dl>
  );
}

function Field({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="record-field">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
