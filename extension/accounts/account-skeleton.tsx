import { t } from '../words.ts';

/** The record's shape while it is loaded; seen only when that takes longer than a moment. */
export function AccountSkeleton() {
  return (
    <main class="skeleton-late" id="content" tabIndex={-1} aria-busy="true">
      <p class="unseen" role="status">
        {t('accounts.record.loading')}
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
