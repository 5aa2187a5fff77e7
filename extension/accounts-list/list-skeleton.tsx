import { t } from '../words.ts';

/** The list's shape while it is loaded; seen only when that takes longer than a moment. */
export function ListSkeleton() {
  return (
    <div class="skeleton-late" aria-busy="true">
      <p class="unseen" role="status">
        {t('accounts.list.loading')}
      </p>
      <div class="list-tools" />
      <div class="bulk" />
      <div class="table skeleton-rows">
        {['a', 'b', 'c', 'd'].map((row) => (
          <div key={row} class="skeleton-row">
            <span class="skeleton" />
            <span class="skeleton" />
            <span class="skeleton" />
          </div>
        ))}
      </div>
    </div>
  );
}
