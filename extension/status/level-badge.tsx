import { CircleX, Dot, type IconNode, Info, TriangleAlert } from 'lucide';
import type { LogLevel } from '../../shared/log.ts';
import { Icon } from './icon.tsx';

/** Symbol and word of a level, named as the Main Log keeps it. */
export function LevelBadge({ level }: { level: LogLevel }) {
  return (
    <span class={`level level-${level.toLowerCase()}`} lang="en">
      <Icon of={icons[level]} size={14} class="level-icon" />
      {level}
    </span>
  );
}

const icons: Record<LogLevel, IconNode> = {
  Debug: Dot,
  Info,
  Warning: TriangleAlert,
  Error: CircleX,
};
