import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import '../style/log-crumbs.css';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { type ConditionPart, whereUpTo, whereWithout } from './condition-parts.ts';
import { partWords } from './rule-words.ts';
import { useKind } from './use-kind.ts';

interface ConditionCrumbsProps {
  parts: readonly ConditionPart[];
  /** The list with another condition, in words. */
  to: (where: string) => string;
  onEdit: () => void;
  /** What else changes the condition. */
  children?: ComponentChildren;
}

/** The parts of the condition, one narrowing down the other: a click takes away what comes after, the cross the part itself. */
export function ConditionCrumbs({ parts, to, onEdit, children }: ConditionCrumbsProps) {
  const { words: ofKind } = useKind();
  return (
    <nav class="log-crumbs" aria-label={t('records.filteredBy')}>
      {parts.length > 0 && <span class="log-crumbs-title">{t('records.filteredBy')}</span>}
      <ol class="log-crumbs-list">
        <li>
          <a class="log-crumb-all" href={to('')} aria-current={parts.length === 0 ? 'true' : undefined}>
            {t(`${ofKind}.all`)}
          </a>
        </li>
        {parts.map((part, at) => {
          const words = partWords(part);
          return (
            <li key={`${at} ${words}`}>
              <span class="log-crumb">
                <a
                  class="log-crumb-words"
                  href={to(whereUpTo(parts, at))}
                  title={words}
                  aria-current={at === parts.length - 1 ? 'true' : undefined}
                >
                  {words}
                </a>
                <a
                  class="icon-button log-crumb-off"
                  href={to(whereWithout(parts, at))}
                  aria-label={t('records.clearFilter', { what: words })}
                  title={t('records.clearFilter', { what: words })}
                >
                  <Icon of={X} size={14} />
                </a>
              </span>
            </li>
          );
        })}
      </ol>
      <div class="log-tools">
        {children}
        <button type="button" class="text-button" onClick={onEdit}>
          {t('records.where.edit')}
        </button>
      </div>
    </nav>
  );
}
