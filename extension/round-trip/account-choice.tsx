import type { Account } from '../../shared/account.ts';
import type { Id } from '../../shared/id.ts';
import { accountWords } from '../status/account-words.ts';

interface AccountChoiceProps {
  id: string;
  label: string;
  chosen: Account;
  /** In this order; one without a title stands by itself, an empty one is left out. */
  groups: readonly { title?: string; accounts: readonly Account[] }[];
  onChoose: (id: Id) => void;
}

/** One of the accounts, by name, type and server. */
export function AccountChoice({ id, label, chosen, groups, onChoose }: AccountChoiceProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={chosen.id} onChange={({ currentTarget: field }) => onChoose(field.value)}>
        {groups
          .filter(({ accounts }) => accounts.length > 0)
          .map(({ title, accounts }) => {
            const options = accounts.map((account) => (
              <option key={account.id} value={account.id}>
                {accountWords(account)}
              </option>
            ));
            return title === undefined ? (
              options
            ) : (
              <optgroup key={title} label={title}>
                {options}
              </optgroup>
            );
          })}
      </select>
    </div>
  );
}
