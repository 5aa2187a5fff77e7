import type { TestedAccount } from '../../shared/account-status.ts';
import { accountsWords } from '../words/accounts.ts';
import { AccountRow } from './account-row.tsx';
import { moveByArrows } from './move-by-arrows.ts';

interface AccountsTableProps {
  accounts: readonly TestedAccount[];
  find: string;
  onClear: () => void;
}

/** One row for each account; arrow keys move between rows, Enter opens one. */
export function AccountsTable({ accounts, find, onClear }: AccountsTableProps) {
  const { columns, nothing, nothingAdvice, clear } = accountsWords.list;
  if (accounts.length === 0) {
    return (
      <div class="accounts-empty">
        <h2 class="accounts-empty-title">{nothing(find.trim())}</h2>
        <p>{nothingAdvice}</p>
        <button type="button" class="button" onClick={onClear}>
          {clear}
        </button>
      </div>
    );
  }
  return (
    <table class="accounts-table" aria-label={accountsWords.title} onKeyDown={moveByArrows}>
      <thead>
        <tr>
          <th scope="col" class="column-name">
            {columns.name}
          </th>
          <th scope="col" class="column-type">
            {columns.type}
          </th>
          <th scope="col" class="column-server">
            {columns.server}
          </th>
          <th scope="col" class="column-state">
            {columns.state}
          </th>
          <th scope="col" class="column-tested">
            {columns.tested}
          </th>
          <th scope="col" class="column-test">
            <span class="unseen">{columns.test}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((tested) => (
          <AccountRow key={tested.account.id} tested={tested} />
        ))}
      </tbody>
    </table>
  );
}
