import type { ComponentChildren } from 'preact';
import { visibleText } from '../../shared/visible-text.ts';
import { connection } from '../state/connection.ts';
import { t } from '../words.ts';
import type { Trouble } from './trouble.ts';

interface TroubleNoticeProps {
  trouble: Trouble | undefined;
  /** What can be done about it here. */
  children?: ComponentChildren;
}

/** What went wrong with something the person asked for, and what helps: a command, or to try again once the companion is back. */
export function TroubleNotice({ trouble, children }: TroubleNoticeProps) {
  if (!trouble) return null;
  const back = trouble.away && connection.value.state === 'connected';
  return (
    <div class="notice notice-bad" role="alert">
      <h2 class="notice-title">{trouble.title}</h2>
      <p>{back ? t('accounts.errors.back') : visibleText(trouble.message)}</p>
      {trouble.repair ? (
        <p>
          {t('accounts.errors.repair')} <code>{visibleText(trouble.repair)}</code>
        </p>
      ) : null}
      {children}
    </div>
  );
}
