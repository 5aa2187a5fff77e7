import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../../shared/account.ts';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import { titleOf } from '../../shared/explanation/title.ts';
import type { Id } from '../../shared/id.ts';
import { isOnItsWay, type Letter } from '../../shared/letter.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { testLetterAddress } from '../addresses/compose-address.ts';
import { letterAddress } from '../addresses/letters-address.ts';
import { call } from '../state/call.ts';
import { connection } from '../state/connection.ts';
import { sentenceOf } from '../state/sentence-of.ts';
import { LetterStatusBadge } from '../status/letter-status-badge.tsx';
import { statusSentences } from '../status/letter-words.ts';
import '../style/letters.css';
import '../style/notice.css';
import '../style/test-letter.css';
import { t } from '../words.ts';
import { letterOf } from './letter-draft.ts';
import { testLetter } from './test-letter.ts';
import { useLetter } from './use-letter.ts';

export interface TestLetterResultProps {
  account: Account;
  /** Counts how often it was asked for: each time another letter is sent. */
  asked: number;
  /** A link into the options page. */
  link: (to: string, words: string) => ComponentChild;
}

/** Sends a letter to the account's own address, and tells what becomes of it with the words of the server. */
export function TestLetterResult({ account, asked, link }: TestLetterResultProps) {
  const [id, setId] = useState<Id>();
  const [error, setError] = useState<unknown>();
  const [early, setEarly] = useState(false);
  const begun = useRef(0);
  const place = useRef<HTMLElement>(null);
  const letter = useLetter(id);
  const { to } = testLetter(account);
  const known = letter?.id === id ? letter : undefined;
  useEffect(() => {
    if (begun.current === asked) return;
    // One at a time: a second one would wait behind the first, which nobody would see any more.
    const underWay = begun.current > 0 && error === undefined && (!known || isOnItsWay(known.status));
    begun.current = asked;
    setEarly(underWay);
    if (underWay) return;
    setId(undefined);
    setError(undefined);
    call('lettersSend', letterOf(testLetter(account))).then(
      ({ letterId }) => setId(letterId),
      (failed: unknown) => setError(failed),
    );
  }, [asked]);
  const isBack = error instanceof ConnectionTrouble && connection.value.state === 'connected';
  const trouble = error === undefined ? '' : isBack ? t('fields.back') : sentenceOf(error);
  // It opens below what was pressed, and grows with each step: in sight, without a jump where it is already.
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [asked, trouble, known?.status]);
  const tone = trouble ? 'bad' : toneOf(known);
  return (
    <section class={`notice notice-${tone} test-letter`} aria-label={t('compose.test.title')} ref={place}>
      <div role="status">
        <h3 class="notice-title">
          {trouble ? t('compose.notSent') : t('compose.test.to', { address: visibleText(to, 320) })}
        </h3>
        {trouble && <p>{trouble}</p>}
        {!trouble && !known && <p>{t('compose.sending')}</p>}
        {!trouble && known && <LetterEnd letter={known} link={link} />}
        {early && (!known || isOnItsWay(known.status)) && <p>{t('compose.test.early')}</p>}
      </div>
      {known && <LetterReply letter={known} />}
      <p class="notice-actions">
        {id && link(letterAddress(id, 'outgoing', { where: '', sort: 'newest' }), t('compose.test.open'))}
        {link(testLetterAddress(account.id), t('compose.test.others'))}
      </p>
    </section>
  );
}

function LetterEnd({ letter, link }: { letter: Letter } & Pick<TestLetterResultProps, 'link'>) {
  const { status, failureKind, redirectedTo } = letter;
  const cause =
    failureKind && link(`#/causes/${failureKind}?type=smtp`, titleOf(failureKind, { type: 'smtp' }));
  return (
    <>
      <p>
        <LetterStatusBadge status={status} refused={letter.refused} />
        {cause && ' · '}
        {cause}
      </p>
      <p>{statusSentences(letter).join(' ')}</p>
      {redirectedTo && (
        <p>
          {t('compose.test.redirected', {
            addresses: visibleText(redirectedTo, 500),
            property: 'simple.email.test.user',
          })}
        </p>
      )}
    </>
  );
}

function LetterReply({ letter: { reply, queueId } }: { letter: Letter }) {
  return (
    <>
      {reply && (
        <p>
          {t('popup.serverSaid')}{' '}
          <q class="letter-reply" lang="en" dir="ltr">
            {visibleText(reply, 500)}
          </q>
        </p>
      )}
      {queueId && (
        <p>
          {t('letters.record.queueId')} <code>{visibleText(queueId, 128)}</code>
        </p>
      )}
    </>
  );
}

function toneOf(letter: Letter | undefined): 'good' | 'bad' | 'caution' | 'quiet' {
  switch (letter?.status) {
    case 'Processed':
      return letter.refused ? 'caution' : 'good';
    case 'Failed':
      return 'bad';
    case 'Unknown':
      return 'caution';
    case 'Ready':
      // It was tried, or is held back.
      return letter.hold || letter.attempts > 0 ? 'caution' : 'quiet';
    default:
      return 'quiet';
  }
}
