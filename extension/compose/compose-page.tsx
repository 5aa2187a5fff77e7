import { useEffect, useState } from 'preact/hooks';
import type { Id } from '../../shared/id.ts';
import { lettersAddress } from '../addresses/letters-address.ts';
import type { ComposeAddress } from '../addresses/parse-compose-address.ts';
import { CompanionAway } from '../companion/companion-away.tsx';
import { AccountsWait } from '../frame/accounts-wait.tsx';
import { Note, WaitingNote } from '../frame/note.tsx';
import { RoomHead } from '../frame/room-head.tsx';
import { accounts } from '../state/accounts.ts';
import { call } from '../state/call.ts';
import { connection, isAway } from '../state/connection.ts';
import { sentenceOf } from '../state/sentence-of.ts';
import '../style/compose.css';
import '../style/fields.css';
import '../style/form-head.css';
import '../style/notice.css';
import '../style/question.css';
import { t } from '../words.ts';
import { ComposeForm } from './compose-form.tsx';
import { type BegunLetter, letterAnew } from './letter-anew.ts';
import { emptyLetter, type LetterDraft } from './letter-draft.ts';
import { testLetter } from './test-letter.ts';

export interface ComposePageProps {
  address: ComposeAddress;
  onSent: (id: Id) => void;
}

/** A new letter: empty, filled in to test an account, or with what an older one says. */
export function ComposePage({ address, onSent }: ComposePageProps) {
  const { account, test, like } = address;
  const [begun, setBegun] = useState<BegunLetter | undefined>(
    test || like ? undefined : forAll({ ...emptyLetter, accountId: account ?? '' }),
  );
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    document.title = t('frame.title', { room: t('compose.title') });
  }, []);

  const known = accounts.value;
  useEffect(() => {
    if (begun || !test || like || !known) return;
    const tested = known.find((each) => each.account.id === account)?.account;
    // Of one that is not there From says so.
    setBegun(forAll(tested ? testLetter(tested) : { ...emptyLetter, accountId: account ?? '' }));
  }, [known]);

  const connected = connection.value.state === 'connected';
  useEffect(() => {
    if (begun || !like || !connected) return;
    let gone = false;
    const load = async () => {
      try {
        const { letter } = await call('lettersGet', { id: like });
        if (!gone) setBegun(letterAnew(letter));
      } catch (error) {
        if (!gone) setTrouble(sentenceOf(error));
      }
    };
    void load();
    return () => {
      gone = true;
    };
  }, [connected]);

  if (begun) return <ComposeForm begun={begun} onSent={onSent} />;
  return (
    <main id="content" tabIndex={-1}>
      <RoomHead title={t('compose.title')} />
      <CompanionAway />
      {trouble && (
        <Note title={t('letters.record.goneTitle')} lead={trouble}>
          <a class="button" href={lettersAddress('outgoing', { where: '', sort: 'newest' })}>
            {t('frame.rooms.outgoing')}
          </a>
        </Note>
      )}
      {!trouble &&
        (like ? (
          !isAway.value && <WaitingNote words={t('letters.loading')} />
        ) : (
          <AccountsWait words={t('letters.loading')} />
        ))}
    </main>
  );
}

function forAll(draft: LetterDraft): BegunLetter {
  return { draft, got: [] };
}
