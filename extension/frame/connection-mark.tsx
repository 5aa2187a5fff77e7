import { Check, Circle, type IconNode, X } from 'lucide';
import { type Connection, connection } from '../state/connection.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';

/** How the companion is: a symbol, told apart by its shape as well, and a word. */
export function ConnectionMark() {
  const now = connection.value;
  const look = lookOf(now);
  return (
    <span class={`connection connection-${look}`}>
      <Icon of={icons[look]} size={12} />
      <span class="connection-word">{wordOf(now)}</span>
    </span>
  );
}

function wordOf(now: Connection): string {
  if (now.state === 'loading') return '';
  return now.state === 'trouble' ? t(`frame.trouble.${now.kind}`) : t(`frame.connection.${now.state}`);
}

type Look = 'quiet' | 'good' | 'bad';

function lookOf({ state }: Connection): Look {
  if (state === 'connected') return 'good';
  return state === 'trouble' ? 'bad' : 'quiet';
}

const icons: Record<Look, IconNode> = { quiet: Circle, good: Check, bad: X };
