import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { type LogPlace, placeAddress } from '../addresses/log-address.ts';
import '../style/log-crumbs.css';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { type ConditionPart, whereUpTo, whereWithout } from './condition-parts.ts';
import { partWords } from './rule-words.ts';

interface ConditionCrumbsProps {
  parts: readonly ConditionPart[];
  place: LogPlace;
  onEdit: () => void;
  /** What else changes the condition. */
  children?: ComponentChildren;
}

/** The parts of the condition, one narrowing down the other: a click takes away what comes after, the cross the part itself. */
export function ConditionCrumbs({ parts, place, onEdit, children }: ConditionCrumbsProps) {
  const to = (where: string) => placeAddress({ ...place, where });
  return (
    <nav class="log-crumbs" aria-label={t('log.filteredBy')}>
      {parts.length > 0 && <span class="log-crumbs-title">{t('log.filteredBy')}</span>}
      <ol class="log-crumbs-list">
        <li>
          <a class="log-crumb-all" href={to('')} aria-current={parts.length === 0 ? 'true' : undefined}>
            {t('log.all')}
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
                  aria-label={t('log.clearFilter', { what: words })}
                  title={t('log.clearFilter', { what: words })}
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
          {t('log.where.edit')}
        </button>
      </div>
    </nav>
  );
}
