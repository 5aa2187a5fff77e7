import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Account } from '../../shared/account.ts';
import type { TestedAccount } from '../../shared/account-status.ts';
import type { TestEvent } from '../../shared/event.ts';
import type { Id } from '../../shared/id.ts';
import { Refused } from '../../shared/refusal.ts';
import { CompanionAway } from '../companion/companion-away.tsx';
import { RoomHead } from '../frame/room-head.tsx';
import { accounts } from '../state/accounts.ts';
import { streamsBegun } from '../state/runs.ts';
import { call } from '../state/call.ts';
import { isAway } from '../state/connection.ts';
import { t } from '../words.ts';
import { AccountRecord } from './account-record.tsx';
import { AccountSkeleton } from './account-skeleton.tsx';
import { takePassword } from './handed-password.ts';
import { MissingAccount } from './missing-account.tsx';
import { TroubleNotice } from '../fields/trouble-notice.tsx';
import type { Trouble } from '../fields/trouble.ts';
import { troubleOf } from './trouble.ts';

interface AccountPageProps {
  /** Missing for a new account, until its first save. */
  id?: Id | undefined;
  /** The account that a new one is to match. */
  like?: Id | undefined;
  onCreated: (id: Id) => void;
}

interface Opened {
  readonly tested?: TestedAccount;
  readonly like?: Account;
  readonly events: readonly TestEvent[];
}

/** Brings one account from the daemon; what the list knows already is shown at once. */
export function AccountPage({ id, like, onCreated }: AccountPageProps) {
  const [first] = useState(id ?? like);
  const [matches] = useState(id === undefined && like !== undefined);
  const [handed] = useState(() => takePassword(like));
  const known = useMemo(() => accounts.peek()?.find(({ account }) => account.id === first), [first]);
  const of = (tested: TestedAccount, events: readonly TestEvent[] = []): Opened =>
    matches ? { like: tested.account, events: [] } : { tested, events };
  const [opened, setOpened] = useState<Opened | undefined>(
    first === undefined ? { events: [] } : known && of(known),
  );
  const [trouble, setTrouble] = useState<Trouble>();
  const [missing, setMissing] = useState(false);
  const streams = streamsBegun.value;
  const listed = accounts.value?.some(({ account }) => account.id === first) ?? true;

  useEffect(() => {
    if (first === undefined) return;
    let left = false;
    const load = async () => {
      try {
        const { account, lastTest, events } = await call('accountsGet', { id: first });
        if (left) return;
        setTrouble(undefined);
        setMissing(false);
        setOpened(of(lastTest ? { account, lastTest } : { account }, events));
      } catch (error) {
        if (left) return;
        if (error instanceof Refused && error.refusal.kind === 'not_found') setMissing(true);
        else setTrouble(troubleOf(error, t('accounts.errors.failed')).trouble);
      }
    };
    void load();
    return () => {
      left = true;
    };
    // Once more with each stream: what happened before it, it does not tell; and when it was deleted or brought back elsewhere.
  }, [first, streams, listed]);

  if (missing && !opened) return <MissingAccount />;
  if (opened)
    return (
      <AccountRecord
        opened={opened.tested}
        events={opened.events}
        like={opened.like}
        handed={handed}
        gone={missing}
        onCreated={onCreated}
      />
    );
  const away = isAway.value;
  if (!trouble && !away) return <AccountSkeleton />;
  return (
    <main id="content" tabIndex={-1}>
      <RoomHead title={t('accounts.title')} />
      <div class="page">
        <CompanionAway />
        <TroubleNotice trouble={away ? undefined : trouble} />
      </div>
    </main>
  );
}
