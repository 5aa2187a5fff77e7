import { X } from 'lucide';
import { useRef } from 'preact/hooks';
import type { Account } from '../../shared/account.ts';
import { isAway } from '../state/connection.ts';
import { Icon } from '../status/icon.tsx';
import { counted, inDigits, t } from '../words.ts';
import type { bulkActions } from './bulk-actions.ts';
import { progress } from './test-all.ts';
import { useKeptFocus } from './use-kept-focus.ts';

interface BulkBarProps {
  all: number;
  shown: number;
  chosen: readonly Account[];
  actions: ReturnType<typeof bulkActions>;
  onClear: () => void;
}

/**
 * How many accounts are shown, or selected and what can be done with them. It has its place either way. What cannot be done
 * now is `aria-disabled`: by `disabled` the focus would be lost.
 */
export function BulkBar({ all, shown, chosen, actions, onClear }: BulkBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useKeptFocus(bar);
  const away = isAway.value;
  const running = progress.value?.running === true;
  const any = chosen.length > 0;
  return (
    <div
      class={any ? 'bulk bulk-any' : 'bulk'}
      ref={bar}
      role="group"
      aria-label={t('accounts.list.bulk.label')}
    >
      <p class="bulk-count" role="status">
        {any
          ? counted('accounts.list.bulk.selected', chosen.length)
          : shown === all
            ? counted('accounts.list.count', all)
            : t('accounts.list.hits', { shown: inDigits(shown), all: inDigits(all) })}
      </p>
      {any ? (
        <div class="bulk-actions">
          <button
            type="button"
            class="button"
            aria-disabled={away || running}
            onClick={() => away || running || void actions.test(chosen)}
          >
            {t('accounts.list.test')}
          </button>
          {(['activate', 'deactivate'] as const).map((act) => (
            <button
              key={act}
              type="button"
              class="button"
              aria-disabled={away}
              onClick={() => away || void actions[act](chosen)}
            >
              {t(`accounts.list.bulk.${act}`)}
            </button>
          ))}
          <button
            type="button"
            class="button button-danger"
            aria-disabled={away}
            aria-keyshortcuts="Delete"
            onClick={() => away || void actions.remove(chosen)}
          >
            {t('accounts.list.bulk.delete')}
          </button>
          <button
            type="button"
            class="button button-quiet bulk-clear"
            aria-keyshortcuts="Escape"
            onClick={onClear}
          >
            <Icon of={X} />
            <span class="bulk-clear-words">{t('accounts.list.bulk.clear')}</span>
          </button>
        </div>
      ) : null}
    </div>
  );
}
