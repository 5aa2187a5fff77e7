import { t } from '../words.ts';

export interface GuardActions {
  changePassword: () => void;
  testAnyway: () => Promise<void>;
}

interface GuardButtonsProps extends GuardActions {
  busy: boolean;
}

/** What a person can do about an account that another login may lock. */
export function GuardButtons({ changePassword, testAnyway, busy }: GuardButtonsProps) {
  return (
    <>
      <button type="button" class="button" onClick={changePassword}>
        {t('status.guard.change')}
      </button>
      <button
        type="button"
        class="button button-quiet"
        aria-disabled={busy}
        onClick={() => void testAnyway()}
      >
        {t('status.guard.anyway')}
      </button>
    </>
  );
}
