import { useEffect, useRef } from 'preact/hooks';
import type { Id } from '../../shared/id.ts';
import { mostFetched } from '../../shared/letter-routes.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { recordAddress } from '../addresses/accounts-address.ts';
import { lettersAddress } from '../addresses/letters-address.ts';
import { isolated } from '../isolated.ts';
import { accounts } from '../state/accounts.ts';
import { properties } from '../state/properties.ts';
import { causeTitle } from '../status/cause-title.ts';
import '../style/fetching.css';
import '../style/notice.css';
import { CauseAdvice } from '../test-panel/cause-advice.tsx';
import { counted, t } from '../words.ts';
import { fetchWords } from './fetch-words.ts';
import { beginFetch, forgetFetch, theFetch } from './the-fetch.ts';

const receiving = 'simple.email.read.active';

export interface FetchResultProps {
  /** On the record of an account: no other is shown, and a way to the letters, which are not in sight. */
  of?: Id;
  /** Counts how often a fetch was asked for there: each time one begins. */
  asked?: number;
}

/** The fetch of this page: how far it is, with a way to end it; what came of it, or why it failed and what to do. */
export function FetchResult({ of, asked = 0 }: FetchResultProps) {
  const end = useRef<HTMLButtonElement>(null);
  const begun = useRef(0);
  useEffect(() => {
    if (of === undefined || begun.current === asked) return;
    begun.current = asked;
    void beginFetch(of);
  }, [asked]);
  // What was told is read where it was asked for; one that is under way goes on, and is told elsewhere.
  useEffect(
    () => () => {
      if (of === undefined || theFetch.peek()?.accountId === of) forgetFetch();
    },
    [of],
  );
  const fetch = theFetch.value;
  if (!fetch) return null;
  if (of !== undefined && of !== fetch.accountId)
    return asked > 0 && fetch.cancel ? (
      <OtherFetch accountId={fetch.accountId} cancel={fetch.cancel} />
    ) : null;
  const { accountId, cancel, finished, broken, trouble } = fetch;
  const account = accounts.value?.find((each) => each.account.id === accountId)?.account;
  const { failure, stage, left = 0 } = finished ?? {};
  const tone =
    cancel || broken === 'cancelled'
      ? 'quiet'
      : failure || broken === 'refused' || broken === 'lost'
        ? 'bad'
        : 'good';
  const words = fetchWords(fetch);
  const name = account ? isolated(visibleText(account.name, 128)) : accountId;
  return (
    <section class={`notice notice-${tone} fetch`} aria-label={t('fetching.title')}>
      {/* In a list there is no heading above it. */}
      {of === undefined && <h2 class="unseen">{t('fetching.title')}</h2>}
      <div role="status">
        <h3 class="notice-title">
          {failure && account ? causeTitle(failure, account.connection) : t('fetching.of', { account: name })}
        </h3>
        {failure && stage && (
          <p>
            {name} · {t('test.failedAt', { stage: t(`status.stages.${stage}`) })}
          </p>
        )}
        {words && <p>{words}</p>}
        {trouble && <p>{trouble}</p>}
        {!cancel && left > 0 && <p>{counted('fetching.left', left)}</p>}
      </div>
      {failure && account && <CauseAdvice failure={failure} connection={account.connection} />}
      <div class="notice-actions">
        {/* One button, so that the focus stays on it. */}
        <button type="button" class="button" ref={end} onClick={cancel ?? close}>
          {cancel ? t('fetching.cancel') : t('fetching.close')}
        </button>
        {!cancel && (
          <>
            {broken === 'refused' && properties.value?.values[receiving] === false && (
              <a class="button" href={`#/properties/${receiving}`}>
                {t('fetching.off.link')}
              </a>
            )}
            {of === undefined && (failure || broken) && (
              <a class="button" href={recordAddress(accountId)}>
                {t('fetching.account')}
              </a>
            )}
            {of !== undefined && (
              <a
                class="button"
                href={lettersAddress('incoming', { where: `account is ${accountId}`, sort: 'newest' })}
              >
                {t('fetching.letters')}
              </a>
            )}
            {left > 0 && (
              <button
                type="button"
                class="button"
                onClick={() => {
                  end.current?.focus();
                  void beginFetch(accountId, Math.min(left, mostFetched));
                }}
              >
                {t('fetching.older')}
              </button>
            )}
          </>
        )}
      </div>
    </section>
  );
}

/** One fetch at a time: this one was asked for while that of another account is under way. */
function OtherFetch({ accountId, cancel }: { accountId: Id; cancel: () => void }) {
  const account = accounts.value?.find((each) => each.account.id === accountId)?.account;
  return (
    <section class="notice notice-caution fetch" aria-label={t('fetching.title')}>
      <p role="status">
        {t('fetching.busy', { account: account ? isolated(visibleText(account.name, 128)) : accountId })}
      </p>
      <div class="notice-actions">
        <button type="button" class="button" onClick={cancel}>
          {t('fetching.cancelBusy')}
        </button>
      </div>
    </section>
  );
}

/** The focus goes back to where it was begun. */
function close(): void {
  forgetFetch();
  document.querySelector<HTMLElement>('[data-fetch]')?.focus();
}
