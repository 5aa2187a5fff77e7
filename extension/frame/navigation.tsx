import { type IconNode, Inbox, LifeBuoy, Mail, Route, ScrollText, Send, SlidersHorizontal } from 'lucide';
import { roundTripAddress } from '../addresses/round-trip-address.ts';
import { Icon } from '../status/icon.tsx';
import { t } from '../words.ts';
import { ConnectionMark } from './connection-mark.tsx';
import { linkOf } from './link-of.ts';
import { toldLink } from './told-link.ts';

const groups = [
  { title: 'mailboxes', links: ['accounts', 'incoming', 'outgoing', 'trip'] },
  { title: 'logs', links: ['log'] },
  { title: 'properties', links: ['properties'] },
  { title: 'help', links: ['causes'] },
] as const;

type LinkName = (typeof groups)[number]['links'][number] | 'companion';

/** The way to every room, and how the companion is. */
export function Navigation({ hash }: { hash: string }) {
  const told = toldLink.value;
  const here = told?.hash === hash ? told.name : linkOf(hash);
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
  return (
    <a
      class="side-link"
      href={addresses[name] ?? `#/${name}`}
      aria-current={name === here ? 'page' : undefined}
    >
      {name !== 'companion' && <Icon of={icons[name]} class="side-icon" />}
      {t(`frame.rooms.${name === 'trip' ? 'roundTrip' : name}`)}
      {name === 'companion' && <ConnectionMark />}
    </a>
  );
}

/** Those that are not named like their room. */
const addresses: Partial<Record<LinkName, string>> = {
  incoming: '#/letters/incoming',
  outgoing: '#/letters/outgoing',
  trip: roundTripAddress({}),
};

/** The companion has that of its connection. */
const icons: Record<Exclude<LinkName, 'companion'>, IconNode> = {
  accounts: Mail,
  incoming: Inbox,
  outgoing: Send,
  trip: Route,
  log: ScrollText,
  properties: SlidersHorizontal,
  causes: LifeBuoy,
};
