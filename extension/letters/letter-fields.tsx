import type { ComponentChildren } from 'preact';
import { titleOf } from '../../shared/explanation/title.ts';
import { type Letter, letterLimits } from '../../shared/letter.ts';
import { visibleParagraphs, visibleText } from '../../shared/visible-text.ts';
import { placeAddress } from '../addresses/log-address.ts';
import { AddressWords } from '../records/address-words.tsx';
import { accountName } from '../records/account-name.ts';
import { fullMomentWords } from '../records/moment-words.ts';
import { RecordField } from '../records/record-field.tsx';
import { Age } from '../status/age.tsx';
import { CopyAction } from '../status/copy-action.tsx';
import { LetterStatusBadge } from '../status/letter-status-badge.tsx';
import { statusSentences } from '../status/letter-words.ts';
import { counted, inDigits, t } from '../words.ts';
import { isAccountGone, isDeleted, isUnsent } from './account-gone.ts';
import { Deliveries } from './deliveries.tsx';

/** Every field of a letter but its text; what others wrote is shown as text, and their server's words are quoted. */
export function LetterFields({ letter }: { letter: Letter }) {
  const { id, status, messageId, sentAt, octets, attempts, nextAttemptAt } = letter;
  const { sender, recipients, cc, bcc, replyTo, redirectedTo, subject, reply, queueId, failureKind } = letter;
  const { createdAt, direction, deliveries } = letter;
  return (
    <dl class="record-fields">
      <RecordField name={t('records.columns.status')}>
        <div class="letter-status" role="status" tabIndex={-1}>
          <LetterStatusBadge status={status} refused={letter.refused} />
          {statusSentences(letter).map((sentence) => (
            <p key={sentence} class="letter-meaning">
              {sentence}
            </p>
          ))}
          {isAccountGone(letter) && isUnsent(letter) && letter.hold !== 'account_missing' && (
            <p class="letter-meaning">{t('letters.acts.accountGone')}</p>
          )}
        </div>
      </RecordField>
      {failureKind && (
        <RecordField name={t('letters.record.cause')}>
          <a href={`#/causes/${failureKind}?type=smtp`}>{titleOf(failureKind, { type: 'smtp' })}</a>
        </RecordField>
      )}
      {reply !== undefined && (
        <RecordField name={t('records.columns.reply')}>
          {/* Codes come first, in whatever script the words are. */}
          <blockquote class="record-said" lang="en" dir="ltr">
            {visibleParagraphs(reply, letterLimits.reply)}
          </blockquote>
        </RecordField>
      )}
      <Addresses name={t('records.columns.sender')} text={sender} />
      <Addresses name={t('letters.record.to')} text={recipients} />
      <Addresses name={t('letters.record.cc')} text={cc} />
      <Addresses name={t('letters.record.bcc')} text={bcc} />
      <Addresses name={t('letters.record.replyTo')} text={replyTo} />
      <Addresses name={t('letters.record.redirectedTo')} text={redirectedTo}>
        <p class="letter-meaning">
          {t('letters.record.redirectedWhy', { property: 'simple.email.test.user' })}
        </p>
      </Addresses>
      <RecordField name={t('records.columns.subject')}>
        <bdi>{visibleText(subject, letterLimits.subject) || t('records.noText')}</bdi>
      </RecordField>
      {deliveries.length > 0 && (
        <RecordField name={t('letters.deliveries')}>
          <Deliveries deliveries={deliveries} />
        </RecordField>
      )}
      <RecordField name={t('letters.record.account')}>
        <LetterAccount letter={letter} />
      </RecordField>
      <Moment name={t('records.columns.createdAt')} iso={createdAt} />
      <Moment name={t('records.columns.sentAt')} iso={sentAt} />
      {direction === 'outgoing' && (
        <RecordField name={t('letters.record.attempts')}>{inDigits(attempts)}</RecordField>
      )}
      <Moment
        name={t('letters.record.nextAttempt')}
        iso={letter.hold === undefined ? nextAttemptAt : undefined}
      />
      {queueId !== undefined && (
        <RecordField name={t('letters.record.queueId')}>
          <code dir="ltr">{visibleText(queueId, 128)}</code>
        </RecordField>
      )}
      {messageId !== undefined && (
        <RecordField name={t('records.columns.messageId')}>
          <code dir="ltr">{visibleText(messageId, 998)}</code>
          <CopyAction label={t('letters.record.copyMessageId')} text={() => messageId} />
        </RecordField>
      )}
      <RecordField name={t('letters.record.size')}>{counted('letters.record.octets', octets)}</RecordField>
      <RecordField name={t('letters.record.id')}>
        <code>{id}</code>
        <CopyAction label={t('letters.record.copyId')} text={() => id} />
        {direction === 'outgoing' && (
          <a href={placeAddress({ where: `message contains ${id}`, sort: 'newest', view: 'list' })}>
            {t('letters.record.logRecords')}
          </a>
        )}
      </RecordField>
    </dl>
  );
}

function LetterAccount({ letter: { accountId, byDefault, direction } }: { letter: Letter }) {
  if (accountId === undefined) return <>{t('letters.record.noAccount')}</>;
  if (isDeleted(accountId))
    return (
      <>
        <code>{accountId}</code> · {t('letters.record.deletedAccount')}
      </>
    );
  return (
    <>
      <a href={`#/accounts/${accountId}`}>
        <bdi>{accountName(accountId)}</bdi>
      </a>
      {byDefault && ` · ${t(`letters.record.byDefault.${direction}`)}`}
    </>
  );
}

interface AddressesProps {
  name: string;
  text: string | undefined;
  children?: ComponentChildren;
}

function Addresses({ name, text, children }: AddressesProps) {
  if (text === undefined) return null;
  return (
    <RecordField name={name}>
      <span>{text === '' ? t('records.noText') : <AddressWords text={visibleText(text, 8_192)} />}</span>
      {children}
    </RecordField>
  );
}

function Moment({ name, iso }: { name: string; iso: string | undefined }) {
  if (iso === undefined) return null;
  return (
    <RecordField name={name}>
      <time dateTime={iso} title={iso}>
        {fullMomentWords(iso)}
      </time>
      {' · '}
      <Age iso={iso} />
    </RecordField>
  );
}
