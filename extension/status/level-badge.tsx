import type { LogLevel } from '../../shared/log.ts';

/** Symbol and word of a level, named as the Main Log keeps it. */
export function LevelBadge({ level }: { level: LogLevel }) {
  return (
    <span class={`level level-${level.toLowerCase()}`} lang="en">
      <svg class="level-icon" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        {shapes[level]}
      </svg>
      {level}
    </span>
  );
}

const shapes = {
  Debug: <circle cx="6" cy="6" r="1.75" fill="currentColor" />,
  Info: <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5" />,
  Warning: <path d="M6 1.2 11.4 10.6H.6z" fill="currentColor" />,
  Error: (
    <rect x="1.8" y="1.8" width="8.4" height="8.4" rx="1" transform="rotate(45 6 6)" fill="currentColor" />
  ),
};
