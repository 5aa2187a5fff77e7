import '../style/more-menu.css';
import { Ellipsis } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from '../status/icon.tsx';

interface MoreMenuProps {
  /** What is in it, as the button's name. */
  label: string;
  /** Links and buttons of the class `more-choice`. */
  children: ComponentChildren;
}

/** What is done seldom, in a native popover that a choice, Escape and a click beside it close. One in the head of a page. */
export function MoreMenu({ label, children }: MoreMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" class="button more" popovertarget="more-menu" aria-label={label} title={label}>
        <Icon of={Ellipsis} />
      </button>
      <div
        class="more-menu"
        id="more-menu"
        popover="auto"
        ref={menu}
        // Before the choice acts: a question that it asks must not close with the menu.
        onClickCapture={({ target }) => {
          if (target instanceof Element && target.closest('.more-choice')) menu.current?.hidePopover();
        }}
      >
        {children}
      </div>
    </>
  );
}
