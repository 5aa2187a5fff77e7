import { type IconNode, LifeBuoy, Mail, ScrollText, SlidersHorizontal } from 'lucide';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { ConnectionMark } from './connection-mark.tsx';
import type { RoomName } from './rooms.ts';

const groups = [
  { title: 'mailboxes', room: 'accounts' },
  { title: 'logs', room: 'log' },
  { title: 'properties', room: 'properties' },
  { title: 'help', room: 'causes' },
] as const;

/** The way to every room, and how the companion is. */
export function Navigation({ here }: { here: RoomName }) {
  return (
    <header class="side">
      <p class="side-app">
        <img src="/icon/icon.svg" alt="" width="24" height="24" />
        {t('frame.app')}
      </p>
      <nav class="side-rooms" aria-label={t('frame.navigation')}>
        {groups.map(({ title, room }) => (
          <div class="side-group" key={room}>
            <p class="side-title">{t(`frame.groups.${title}`)}</p>
            <RoomLink room={room} here={here} />
          </div>
        ))}
        <div class="side-group side-end">
          <RoomLink room="companion" here={here} />
        </div>
      </nav>
    </header>
  );
}

function RoomLink({ room, here }: { room: RoomName; here: RoomName }) {
  return (
    <a class="side-link" href={`#/${room}`} aria-current={room === here ? 'page' : undefined}>
      {room !== 'companion' && <Icon of={icons[room]} class="side-icon" />}
      {t(`frame.rooms.${room}`)}
      {room === 'companion' && <ConnectionMark />}
    </a>
  );
}

/** The companion has that of its connection. */
const icons: Record<Exclude<RoomName, 'companion'>, IconNode> = {
  accounts: Mail,
  log: ScrollText,
  properties: SlidersHorizontal,
  causes: LifeBuoy,
};
