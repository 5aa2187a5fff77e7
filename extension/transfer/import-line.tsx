import { importAddress } from '../addresses/accounts-address.ts';
import { inDigits, t } from '../words.ts';
import type { ImportUnderWay } from './import-under-way.ts';

/** One line for the list while an import runs: how far it is, the way to it, and how to stop it. */
export function ImportLine({ done, all, cancel }: ImportUnderWay) {
  return (
    <div class="list-progress">
      <span>
        <a href={importAddress}>{t('transfer.title')}</a>:{' '}
        {t('transfer.progress', { done: inDigits(done), all: inDigits(all) })}
      </span>
      <button type="button" class="button button-row" onClick={cancel}>
        {t('accounts.list.cancel')}
      </button>
    </div>
  );
}
