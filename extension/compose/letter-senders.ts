import type { Account } from '../../shared/account.ts';
import { accounts } from '../state/accounts.ts';
import { properties } from '../state/properties.ts';
import { collator } from '../status/collator.ts';

/** Who can send a letter, as far as that is known. */
export interface LetterSenders {
  /** Active SMTP accounts by name; undefined until they are known. */
  readonly all: readonly Account[] | undefined;
  /** The one of `default.email.account.send`, if it is among them. */
  readonly byDefault: Account | undefined;
  /** Servers have refused their passwords again and again. */
  readonly guarded: ReadonlySet<string>;
}

/** Read while something is drawn. */
export function letterSenders(): LetterSenders {
  const known = accounts.value;
  const values = properties.value?.values;
  const all = known
    ?.map(({ account }) => account)
    .filter(({ active, connection }) => active && connection.type === 'smtp')
    .toSorted((one, two) => collator.compare(one.name, two.name));
  return {
    // Without the properties nobody knows which of them is the default.
    all: values && all,
    byDefault: all?.find(({ id }) => id === values?.['default.email.account.send']),
    guarded: new Set(known?.filter(({ guarded }) => guarded).map(({ account }) => account.id)),
  };
}
