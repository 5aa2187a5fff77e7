import { RoomHead } from '../frame/room-head.tsx';
import { accountsWords } from '../words/accounts.ts';
import { listAddress } from './accounts-address.ts';

/** An address that leads to no account. */
export function MissingAccount() {
  const { missingTitle, missing, back } = accountsWords.record;
  return (
    <main id="content" tabIndex={-1}>
      <RoomHead title={accountsWords.title} />
      <div class="accounts accounts-empty">
        <h2 class="accounts-empty-title">{missingTitle}</h2>
        <p>{missing}</p>
        <a class="button" href={listAddress}>
          {back}
        </a>
      </div>
    </main>
  );
}
