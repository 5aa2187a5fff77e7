import type { ComponentChild } from 'preact';
import type { AccountState } from './account-state.ts';

/** The symbol of a state, told apart by its shape as well; it says nothing without the word beside it. */
export function StateIcon({ state }: { state: AccountState }) {
  return (
    <svg class="state-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {shapes[state]}
    </svg>
  );
}

const disc = <circle cx="8" cy="8" r="7.25" fill="currentColor" />;
const triangle = (
  <path
    d="M8 1.6 15 14.2H1z"
    fill="currentColor"
    stroke="currentColor"
    stroke-width="1.4"
    stroke-linejoin="round"
  />
);
const ring = <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" />;

const shapes: Record<AccountState, ComponentChild> = {
  works: [disc, <path class="state-sign" d="m4.8 8.2 2.3 2.3 4.2-4.6" />],
  warning: [triangle, <path class="state-sign" d="M8 6v3.6m0 2.2v.01" />],
  failed: [disc, <path class="state-sign" d="m5.5 5.5 5 5m0-5-5 5" />],
  cancelled: [ring, <rect x="5.5" y="5.5" width="5" height="5" rx="1" fill="currentColor" />],
  untested: (
    <circle
      cx="8"
      cy="8"
      r="6.5"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-dasharray="2.6 2.505"
    />
  ),
  changed: [ring, <path class="state-line" d="m5.4 10.6.3-1.7 4-4 1.4 1.4-4 4z" />],
  password_needed: [
    ring,
    <path class="state-line" d="M8 8.2v3.2M8 8.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4Zm0 2h1.4" />,
  ],
  inactive: [ring, <path class="state-line" d="M6.5 5.8v4.4m3-4.4v4.4" />],
  running: [
    <circle
      cx="8"
      cy="8"
      r="6.5"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-opacity="0.25"
    />,
    <path class="state-turn" d="M8 1.5A6.5 6.5 0 0 1 14.5 8" />,
  ],
};
