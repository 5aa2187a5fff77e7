import { isKey } from '../frame/is-key.ts';
import type { TestedAccount } from '../../shared/account-status.ts';
import { recordAddress } from '../addresses/accounts-address.ts';
import type { ActiveRow } from './use-active-row.ts';
import type { Selection } from './use-selection.ts';

interface ListKeys {
  readonly shown: readonly TestedAccount[];
  readonly active: ActiveRow;
  readonly selection: Selection;
  readonly onClear: () => void;
  readonly onDelete: (accounts: readonly TestedAccount[]) => void;
}

/** Of a row, as high as it is as a rule. */
const rowHeight = 64;
/** Rows that head and bar cover. */
const covered = 3;

/** What the keys do in the search and in the rows: move, select, clear, delete. Enter in a row is its link's own. */
export function listKeys({ shown, active, selection, onClear, onDelete }: ListKeys) {
  return (event: KeyboardEvent): void => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || event.isComposing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (!isKey(event, 'a') || target.matches('[type=search], select')) return;
      event.preventDefault();
      selection.all(true);
      return;
    }
    const act = target.matches('[type=search]')
      ? searchKeys()[key]
      : target.closest('tbody')
        ? rowKeys(target)[key]
        : otherKeys()[key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  function searchKeys(): Keys {
    return {
      ArrowDown: () => active.go(0),
      Enter: () => {
        const first = shown[0]?.account.id;
        if (first !== undefined) location.hash = recordAddress(first);
      },
    };
  }

  function rowKeys(target: HTMLElement): Keys {
    const { at } = active;
    const last = shown.length - 1;
    const page = Math.max(1, Math.floor(innerHeight / rowHeight) - covered);
    const account = shown[at]?.account;
    return {
      ArrowDown: () => active.go(Math.min(at + 1, last)),
      ArrowUp: () => (at === 0 ? toSearch() : active.go(at - 1)),
      Home: () => active.go(0),
      End: () => active.go(last),
      PageDown: () => active.go(Math.min(at + page, last)),
      PageUp: () => active.go(Math.max(at - page, 0)),
      ...(target.matches('a') && account ? { ' ': () => selection.toggle(account.id) } : {}),
      ...(account ? { Delete: () => onDelete(shown.slice(at, at + 1)) } : {}),
      ...otherKeys(),
    };
  }

  function otherKeys(): Keys {
    const { chosen } = selection;
    return {
      Escape: () => (chosen.length > 0 ? selection.all(false) : onClear()),
      // Beside the rows nothing says which account would be meant.
      ...(chosen.length > 0 ? { Delete: () => onDelete(chosen) } : {}),
    };
  }
}

type Keys = Record<string, (() => void) | undefined>;

function toSearch(): void {
  const field = document.querySelector<HTMLElement>('#find-accounts');
  field?.focus();
}
