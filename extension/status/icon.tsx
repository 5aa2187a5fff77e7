import type { IconNode } from 'lucide';
import { h } from 'preact';

interface IconProps {
  /** Imported by its name from `lucide`; the build leaves the others out. */
  of: IconNode;
  /** Width and height in px. */
  size?: number;
  class?: string;
}

/** A symbol in the colour of the text around it, hidden from screen readers: its meaning stands beside it in words. */
export function Icon({ of, size = 16, class: look }: IconProps) {
  return (
    <svg
      class={look ? `icon ${look}` : 'icon'}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {of.map(([tag, attributes], place) => h(tag, { key: place, ...attributes }))}
    </svg>
  );
}
