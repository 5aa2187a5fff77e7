import { useState } from 'preact/hooks';
import type { Account } from '../../shared/account.ts';
import type { Id } from '../../shared/id.ts';
import { roundTripSeconds } from '../../shared/round-trip.ts';
import { roundTripAddress } from '../addresses/round-trip-address.ts';
import { isAway } from '../state/connection.ts';
import { properties } from '../state/properties.ts';
import { duration } from '../status/duration.ts';
import { inDigits, t } from '../words.ts';
import { AccountChoice } from './account-choice.tsx';
import { receiversOf, sendersOf } from './pairs.ts';
import { startTrip, theTrip } from './the-trip.ts';

interface TripFormProps {
  accounts: readonly Account[];
  from: Account;
  to: Account;
  /** Another address without an entry of its own in the history. */
  replace: (hash: string) => void;
}

const waits = [30, roundTripSeconds.usual, 300, roundTripSeconds.most];

/** Which accounts, how long, and whether the letter may be deleted again; Enter starts. */
export function TripForm({ accounts, from, to, replace }: TripFormProps) {
  const [recipient, setRecipient] = useState('');
  const [timeoutS, setTimeoutS] = useState<number>(roundTripSeconds.usual);
  const running = theTrip.value?.cancel !== undefined;
  const isShown = theTrip.value?.from.id === from.id && theTrip.value.to.id === to.id;
  // Deleting is allowed by hand, and for this mailbox alone; what was allowed for its trip before is meant again.
  const [allowed, setAllowed] = useState<{ of: Id; cleanUp: boolean }>();
  const before = isShown && theTrip.value?.cleanUp;
  const cleanUp = allowed?.of === to.id ? allowed.cleanUp : before === true;
  const barred = running || isAway.value;
  const { near, far } = receiversOf(accounts, from);
  const choose = (pair: { from?: string; to?: string }) =>
    replace(roundTripAddress({ from: from.id, to: to.id, ...pair }));
  const start = (event: Event) => {
    event.preventDefault();
    if (barred) return;
    const values = properties.peek()?.values;
    const order = {
      // A default that is meant is left to the companion, which notes that it was one.
      ...(values?.['default.email.account.send'] !== from.id && { from: from.id }),
      ...(values?.['default.email.account.receive'] !== to.id && { to: to.id }),
      ...(recipient.trim() !== '' && { recipient: recipient.trim() }),
      timeoutS,
      cleanUp,
    };
    void startTrip({ from, to, cleanUp }, order);
  };
  return (
    <form class="trip-form panel" onSubmit={start}>
      <AccountChoice
        id="trip-from"
        label={t('roundTrip.form.from')}
        chosen={from}
        groups={[{ accounts: sendersOf(accounts) }]}
        onChoose={(id) => choose({ from: id })}
      />
      <AccountChoice
        id="trip-to"
        label={t('roundTrip.form.to')}
        chosen={to}
        groups={[
          { title: t('roundTrip.form.near'), accounts: near },
          { title: t('roundTrip.form.far'), accounts: far },
        ]}
        onChoose={(id) => choose({ to: id })}
      />
      <div class="field">
        <label for="trip-recipient">{t('roundTrip.form.recipient')}</label>
        <input
          id="trip-recipient"
          type="text"
          inputMode="email"
          autocomplete="off"
          spellcheck={false}
          maxLength={320}
          value={recipient}
          placeholder={to.connection.username}
          aria-describedby="trip-recipient-help"
          onInput={({ currentTarget: field }) => setRecipient(field.value)}
        />
        <span class="field-help" id="trip-recipient-help">
          {t('roundTrip.form.recipientHelp')}
        </span>
      </div>
      <div class="field">
        <label for="trip-wait">{t('roundTrip.form.wait')}</label>
        <select
          id="trip-wait"
          value={timeoutS}
          onChange={({ currentTarget: field }) => setTimeoutS(Number(field.value))}
        >
          {waits.map((seconds) => (
            <option key={seconds} value={seconds}>
              {waitWords(seconds)}
            </option>
          ))}
        </select>
      </div>
      <div class="check trip-clean">
        <input
          class="check-box"
          type="checkbox"
          id="trip-clean"
          checked={cleanUp}
          aria-describedby="trip-clean-help"
          onChange={({ currentTarget: field }) => setAllowed({ of: to.id, cleanUp: field.checked })}
        />
        <div class="check-words">
          <label class="field-label" for="trip-clean">
            {t('roundTrip.form.cleanUp')}
          </label>
          <p class="field-help" id="trip-clean-help">
            {t('roundTrip.form.cleanUpHelp')}
          </p>
        </div>
      </div>
      <div class="trip-start">
        <button type="submit" class="button button-main" aria-disabled={barred}>
          {isShown ? t('roundTrip.form.again') : t('roundTrip.form.start')}
        </button>
      </div>
    </form>
  );
}

function waitWords(seconds: number): string {
  if (seconds < 60) return duration(seconds * 1_000);
  return t('roundTrip.form.minutes', { minutes: inDigits(seconds / 60) });
}
