import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { visibleText } from '../../shared/visible-text.ts';
import { connection } from '../state/connection.ts';
import { t } from '../words.ts';
import type { Trouble } from './trouble.ts';

interface TroubleNoticeProps {
  trouble: Trouble | undefined;
  /** Each new trouble brings the focus here, and the notice into sight: what it is about may stand far from it. */
  takesFocus?: boolean;
  /** What can be done about it here. */
  children?: ComponentChildren;
}

/** What went wrong with something the person asked for, and what helps: a command, or to try again once the companion is back. */
export function TroubleNotice({ trouble, takesFocus = false, children }: TroubleNoticeProps) {
  const notice = useRef<HTMLDivElement>(null);
  // With the paint: the next key is for it.
  useLayoutEffect(() => {
    if (takesFocus && trouble) notice.current?.focus();
  }, [takesFocus, trouble]);
  if (!trouble) return null;
  const back = trouble.away && connection.value.state === 'connected';
  return (
    <div class="notice notice-bad" ref={notice} tabIndex={-1} role="alert">
      <h2 class="notice-title">{trouble.title}</h2>
      <p>{back ? t('fields.back') : visibleText(trouble.message)}</p>
      {trouble.repair ? (
        <p>
          {t('fields.repair')} <code>{visibleText(trouble.repair)}</code>
        </p>
      ) : null}
      {children}
    </div>
  );
}
