import { type IconNode, Inbox, LifeBuoy, Mail, ScrollText, Send, SlidersHorizontal } from 'lucide';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { ConnectionMark } from './connection-mark.tsx';
import { linkOf } from './link-of.ts';

const groups = [
  { title: 'mailboxes', links: ['accounts', 'incoming', 'outgoing'] },
  { title: 'logs', links: ['log'] },
  { title: 'properties', links: ['properties'] },
  { title: 'help', links: ['causes'] },
] as const;

type LinkName = (typeof groups)[number]['links'][number] | 'companion';

/** The way to every room, and how the companion is. */
export function Navigation({ hash }: { hash: string }) {
  const here = linkOf(hash);
  return (
    <header class="side">
      <p class="side-app">
        <img src="/icon/icon.svg" alt="" width="24" height="24" />
        {t('frame.app')}
      </p>
      <nav class="side-rooms" aria-label={t('frame.navigation')}>
        {groups.map(({ title, links }) => (
          <div class="side-group" key={title}>
            <p class="side-title">{t(`frame.groups.${title}`)}</p>
            {links.map((name) => (
              <RoomLink key={name} name={name} here={here} />
            ))}
          </div>
        ))}
        <div class="side-group side-end">
          <RoomLink name="companion" here={here} />
        </div>
      </nav>
    </header>
  );
}

function RoomLink({ name, here }: { name: LinkName; here: string }) {
  const address = name === 'incoming' || name === 'outgoing' ? `#/letters/${name}` : `#/${name}`;
  return (
    <a class="side-link" href={address} aria-current={name === here ? 'page' : undefined}>
      {name !== 'companion' && <Icon of={icons[name]} class="side-icon" />}
      {t(`frame.rooms.${name}`)}
      {name === 'companion' && <ConnectionMark />}
    </a>
  );
}

/** The companion has that of its connection. */
const icons: Record<Exclude<LinkName, 'companion'>, IconNode> = {
  accounts: Mail,
  incoming: Inbox,
  outgoing: Send,
  log: ScrollText,
  properties: SlidersHorizontal,
  causes: LifeBuoy,
};
