import type { ComponentChildren } from 'preact';
import { visibleText } from '../../shared/visible-text.ts';
import { t } from '../words.ts';
import type { Trouble } from './trouble.ts';

interface TroubleNoticeProps {
  trouble: Trouble | undefined;
  /** What can be done about it here. */
  children?: ComponentChildren;
}

/** What went wrong with something the person asked for, and the command that helps. */
export function TroubleNotice({ trouble, children }: TroubleNoticeProps) {
  if (!trouble) return null;
  return (
    <div class="notice notice-bad" role="alert">
      <h2 class="notice-title">{trouble.title}</h2>
      <p>{visibleText(trouble.message)}</p>
      {trouble.repair ? (
        <p>
          {t('accounts.errors.repair')} <code>{visibleText(trouble.repair)}</code>
        </p>
      ) : null}
      {children}
    </div>
  );
}
