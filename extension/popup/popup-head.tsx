import { Check, CircleDashed, type IconNode, X } from 'lucide';
import type { TestedAccount } from '../../shared/account-status.ts';
import { accounts } from '../state/accounts.ts';
import { type Connection, connection } from '../state/connection.ts';
import { Age } from '../status/age.tsx';
import { Icon } from '../status/icon.tsx';
import { inDigits, t } from '../words.ts';
import { accountsSummary } from '../status/accounts-summary.ts';
import { TestAll } from './test-all.tsx';

/** Name, connection, and in one line how the accounts are. */
export function PopupHead() {
  const now = connection.value;
  const list = accounts.value;
  const away = now.state === 'unpaired' || now.state === 'trouble';
  return (
    <header class="popup-head">
      <div class="popup-title">
        <img src="/icon/icon.svg" alt="" width="20" height="20" />
        <h1>{t('popup.app')}</h1>
        <ConnectionWord connection={now} />
      </div>
      {!away && !list && <div class="summary" />}
      {!away && list && list.length > 0 && (
        <TestAll>
          <Summary accounts={list} />
        </TestAll>
      )}
    </header>
  );
}

function ConnectionWord({ connection }: { connection: Connection }) {
  const kind = connection.state === 'trouble' ? connection.kind : connection.state;
  const look = lookOf(connection);
  return (
    <span class={`connection connection-${look}`} role="status">
      <Icon of={signs[look]} size={12} />
      {t(`popup.connections.${kind}`)}
    </span>
  );
}

type Look = 'good' | 'quiet' | 'bad';

function lookOf({ state }: Connection): Look {
  if (state === 'connected') return 'good';
  return state === 'trouble' || state === 'unpaired' ? 'bad' : 'quiet';
}

const signs: Record<Look, IconNode> = { good: Check, quiet: CircleDashed, bad: X };

function Summary({ accounts }: { accounts: readonly TestedAccount[] }) {
  const { worked, of, oldest } = accountsSummary(accounts);
  // Of what was never tested nothing is known: neither that it works nor that it does not.
  if (!oldest) return <strong>{t(of === 0 ? 'popup.noneActive' : 'popup.neverTested')}</strong>;
  return (
    <>
      <strong>{t('popup.worked', { worked: inDigits(worked), of: inDigits(of) })}</strong>
      <span class="summary-age">
        {t('popup.oldest')} <Age iso={oldest} />
      </span>
    </>
  );
}
