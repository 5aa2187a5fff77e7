import { useRef } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';
import { useSlashKey } from '../frame/use-slash-key.ts';
import { Age } from '../status/age.tsx';
import { accountsWords } from '../words/accounts.ts';
import { moveByArrows } from './move-by-arrows.ts';
import { listSummary } from './list-summary.ts';
import { progress } from './test-all.ts';

interface ListToolsProps {
  accounts: readonly TestedAccount[];
  find: string;
  onFind: (find: string) => void;
}

/** With fewer, every account is in sight at once. */
const searchFrom = 6;

/** How the accounts are in one line, or how far Test all is; and the search, where there are more than a few. */
export function ListTools({ accounts, find, onFind }: ListToolsProps) {
  const now = progress.value;
  return (
    <div class="list-tools">
      {now?.running ? (
        <div class="list-progress">
          <progress class="progress" max={now.all} value={now.done} aria-label={accountsWords.list.testAll} />
          <span role="status">{accountsWords.list.progress(now.done, now.all)}</span>
        </div>
      ) : (
        <Summary accounts={accounts} />
      )}
      {accounts.length >= searchFrom || find !== '' ? <Search find={find} onFind={onFind} /> : null}
    </div>
  );
}

function Summary({ accounts }: { accounts: readonly TestedAccount[] }) {
  const { active, worked, oldest } = listSummary(accounts);
  const { list } = accountsWords;
  if (oldest === undefined)
    return (
      <p class="list-summary">
        <strong>{list.count(accounts.length)}</strong> · {list.noneTested}
      </p>
    );
  return (
    <p class="list-summary">
      <strong>{list.summary(worked, active)}</strong> · {list.oldest} <Age iso={oldest} />
    </p>
  );
}

function Search({ find, onFind }: Pick<ListToolsProps, 'find' | 'onFind'>) {
  const field = useRef<HTMLInputElement>(null);
  useSlashKey(field);
  return (
    <search class="list-search">
      <input
        ref={field}
        id="find-accounts"
        type="search"
        value={find}
        placeholder={accountsWords.list.search}
        aria-label={accountsWords.list.search}
        aria-keyshortcuts="/"
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onFind(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onFind('');
          else moveByArrows(event);
        }}
      />
      <kbd class="list-search-key" aria-hidden="true">
        /
      </kbd>
    </search>
  );
}
