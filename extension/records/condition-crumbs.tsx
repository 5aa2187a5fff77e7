import { X } from 'lucide';
import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import '../style/records-crumbs.css';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { type ConditionPart, whereUpTo, whereWithout } from './condition-parts.ts';
import { partWords } from './rule-words.ts';
import { useKind } from './use-kind.ts';

interface ConditionCrumbsProps {
  parts: readonly ConditionPart[];
  /** The condition cannot be read: nothing is shown, not even all records. */
  unread: boolean;
  /** The list with another condition, in words. */
  to: (where: string) => string;
  /** Opens the condition as a text. */
  edit: RefObject<HTMLButtonElement | null>;
  onEdit: () => void;
  /** What else changes the condition. */
  children?: ComponentChildren;
}

/** The parts of the condition, one narrowing down the other: a click takes away what comes after, the cross the part itself. */
export function ConditionCrumbs({ parts, unread, to, edit, onEdit, children }: ConditionCrumbsProps) {
  const { words: ofKind } = useKind();
  const list = useRef<HTMLOListElement>(null);
  const takenAway = useRef<number>(undefined);
  useLayoutEffect(() => {
    const at = takenAway.current;
    if (at === undefined || document.activeElement !== document.body) return;
    takenAway.current = undefined;
    // The cross that had the focus is gone: the next one takes it, or the last that is left.
    const left = list.current?.querySelectorAll<HTMLElement>('.records-crumb-off');
    const next = left?.[Math.min(at, left.length - 1)];
    (next ?? list.current?.querySelector<HTMLElement>('.records-crumb-all'))?.focus();
  });
  return (
    <nav class="records-crumbs" aria-label={t('records.filteredBy')}>
      {parts.length > 0 && <span class="records-crumbs-title">{t('records.filteredBy')}</span>}
      <ol class="records-crumbs-list" ref={list}>
        <li>
          <a
            class="records-crumb-all"
            href={to('')}
            aria-current={parts.length === 0 && !unread ? 'true' : undefined}
          >
            {t(`${ofKind}.all`)}
          </a>
        </li>
        {parts.map((part, at) => {
          const words = partWords(part);
          return (
            <li key={`${at} ${words}`}>
              <span class="records-crumb">
                <a
                  class="records-crumb-words"
                  href={to(whereUpTo(parts, at))}
                  title={words}
                  aria-current={at === parts.length - 1 ? 'true' : undefined}
                >
                  {words}
                </a>
                <a
                  class="icon-button records-crumb-off"
                  href={to(whereWithout(parts, at))}
                  aria-label={t('records.clearFilter', { what: words })}
                  onClick={() => (takenAway.current = at)}
                  title={t('records.clearFilter', { what: words })}
                >
                  <Icon of={X} size={14} />
                </a>
              </span>
            </li>
          );
        })}
      </ol>
      <div class="records-tools">
        {children}
        <button type="button" class="text-button" ref={edit} onClick={onEdit}>
          {t('records.where.edit')}
        </button>
      </div>
    </nav>
  );
}
