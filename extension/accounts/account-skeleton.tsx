import { accountsWords } from '../words/accounts.ts';

/** The record's shape while it is loaded; seen only when that takes longer than a moment. */
export function AccountSkeleton() {
  return (
    <main class="skeleton-late" id="content" tabIndex={-1} aria-busy="true">
      <p class="unseen" role="status">
        {accountsWords.record.loading}
      </p>
      <div class="room-head" />
      <div class="account-body">
        <div class="account-form">
          <div class="skeleton skeleton-fields" />
          <div class="skeleton skeleton-fields" />
        </div>
        <div class="skeleton skeleton-panel" />
      </div>
    </main>
  );
}
