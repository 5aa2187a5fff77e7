import { Download } from 'lucide';
import { useRef } from 'preact/hooks';
import type { Account } from '../../shared/account.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { accounts } from '../state/accounts.ts';
import { properties } from '../state/properties.ts';
import { collator } from '../status/collator.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { beginFetch, theFetch } from './the-fetch.ts';

/** Fetches what is new: at once where one account receives, else from the one that is chosen, the default one first. */
export function FetchMenu() {
  const menu = useRef<HTMLDivElement>(null);
  const byDefault = properties.value?.values['default.email.account.receive'] ?? '';
  const receivers = receiversOf(byDefault);
  const busy = theFetch.value?.cancel !== undefined;
  const [only] = receivers;
  const words = (
    <>
      <Icon of={Download} size={16} />
      {t('fetching.now')}
    </>
  );
  if (!only)
    // Its place is kept while the accounts are read.
    return accounts.value ? null : (
      <button type="button" class="button records-button letter-act" disabled>
        {words}
      </button>
    );
  const begin = ({ id }: Account) => {
    if (!busy) void beginFetch(id, undefined, id === byDefault);
  };
  if (receivers.length === 1)
    return (
      <button
        type="button"
        class="button records-button letter-act"
        data-fetch
        aria-disabled={busy}
        title={visibleText(only.name, 128)}
        onClick={() => begin(only)}
      >
        {words}
      </button>
    );
  return (
    <>
      <button
        type="button"
        class="button records-button letter-act"
        data-fetch
        aria-disabled={busy}
        {...(busy ? {} : { popovertarget: 'fetch-menu' })}
      >
        {words}
      </button>
      <div class="more-menu" id="fetch-menu" popover="auto" ref={menu}>
        {receivers.map((account) => (
          <button
            key={account.id}
            type="button"
            class="more-choice"
            onClick={() => {
              menu.current?.hidePopover();
              begin(account);
            }}
          >
            {visibleText(account.name, 128)}
            {account.id === byDefault && ` (${t('compose.from.default')})`}
          </button>
        ))}
      </div>
    </>
  );
}

/** Active accounts that read mail, the default one first. */
function receiversOf(byDefault: string): Account[] {
  const isDefault = ({ id }: Account) => Number(id === byDefault);
  return (accounts.value ?? [])
    .map(({ account }) => account)
    .filter(({ active, connection }) => active && connection.type !== 'smtp')
    .toSorted((one, two) => isDefault(two) - isDefault(one) || collator.compare(one.name, two.name));
}
