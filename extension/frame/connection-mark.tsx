import { type Connection, connection } from '../state/connection.ts';
import { t } from '../words.ts';

/** How the companion is: a symbol, told apart by its shape as well, and a word. */
export function ConnectionMark() {
  const now = connection.value;
  const look = lookOf(now);
  return (
    <span class={`connection connection-${look}`}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        <path d={shapes[look]} />
      </svg>
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

const shapes: Record<Look, string> = {
  quiet: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
  good: 'm2 6.5 2.75 2.75L10 3.5',
  bad: 'm2.5 2.5 7 7m0-7-7 7',
};
