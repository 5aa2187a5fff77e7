import type { ComponentChildren } from 'preact';
import { openPage } from '../open-page.ts';

interface PageLinkProps {
  /** Such as `#/log`. */
  to: string;
  class?: string;
  label?: string;
  children: ComponentChildren;
}

/** A link from the popup into the options page, in its open tab if there is one; the popup closes. */
export function PageLink({ to, class: look, label, children }: PageLinkProps) {
  const onClick = async (event: MouseEvent) => {
    // The browser's own ways into a new tab or window stay.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await openPage(to);
    close();
  };
  return (
    <a href={`/options.html${to}`} target="_blank" class={look} aria-label={label} onClick={onClick}>
      {children}
    </a>
  );
}
