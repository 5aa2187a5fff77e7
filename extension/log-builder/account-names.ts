import { Id } from '../../shared/id.ts';
import { visibleText } from '../../shared/visible-text.ts';

/** An account as far as a rule needs it. */
export interface NamedAccount {
  readonly id: string;
  readonly name: string;
}

/** The way between what a person types or reads and the id that a rule holds. */
export interface AccountNames {
  /** One for each account, no two alike. */
  readonly all: readonly string[];
  /** A value that is no account's id stays as it is. */
  readonly nameOf: (value: string) => string;
  /** A text that is nobody's name stays as it is: an id that was pasted, or a name half typed. */
  readonly valueOf: (text: string) => string;
}

/** Names that two accounts share get the id behind them. */
export function accountNames(accounts: readonly NamedAccount[]): AccountNames {
  const shown = accounts.map(({ id, name }) => ({ id, name: visibleText(name) }));
  const bearers = new Map<string, number>();
  for (const { name } of shown) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  const names = new Map(
    shown.map(({ id, name }) => [id, bearers.get(name) === 1 ? name : `${name} · ${id}`]),
  );
  const ids = new Map([...names].map(([id, name]) => [name, id]));
  return {
    all: [...names.values()],
    nameOf: (value) => names.get(value) ?? value,
    valueOf: (text) => {
      const pasted = text.trim();
      return ids.get(text) ?? ids.get(pasted) ?? (Id.safeParse(pasted).success ? pasted : text);
    },
  };
}
