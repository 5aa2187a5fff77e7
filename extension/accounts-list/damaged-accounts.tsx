import { visibleText } from '../../shared/visible-text.ts';
import { TroubleNotice } from '../fields/trouble-notice.tsx';
import { counted, t } from '../words.ts';

interface DamagedAccountsProps {
  ids: readonly string[];
}

/** Which accounts are missing in the list, since they cannot be read, and what to do. */
export function DamagedAccounts({ ids }: DamagedAccountsProps) {
  const trouble = {
    title: counted('accounts.list.damaged', ids.length),
    message: t('accounts.list.damagedLead', { ids: ids.join(', '), restore: 'npx mailprobe restore' }),
    repair: `npx mailprobe accounts delete ${ids.map((id) => visibleText(id)).join(' ')}`,
  };
  return <TroubleNotice trouble={trouble} />;
}
