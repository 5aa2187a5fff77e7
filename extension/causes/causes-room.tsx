import { useEffect, useRef } from 'preact/hooks';
import { RoomHead } from '../frame/room-head.tsx';
import { SearchField } from '../frame/search-field.tsx';
import { counted, t } from '../words.ts';
import '../style/cause-list.css';
import '../style/cause.css';
import '../style/causes-room.css';
import { allCauses } from './cause.ts';
import { CauseDetail } from './cause-detail.tsx';
import { CauseList } from './cause-list.tsx';
import { CauseStart } from './cause-start.tsx';
import { findCauses } from './find-causes.ts';
import { UnknownCause } from './unknown-cause.tsx';
import { useCauseAddress } from './use-cause-address.ts';

/** The handbook of every cause: search and list on the left, the chosen cause beside it. */
export function CausesRoom() {
  const [address, change] = useCauseAddress();
  const { kind, unknown, find, facts } = address;
  const causes = allCauses(facts);
  const found = findCauses(causes, find);
  const chosen = causes.find((cause) => cause.kind === kind);
  const list = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLDivElement>(null);
  const last = useRef(kind);
  const firstLink = () => list.current?.querySelector<HTMLElement>('a[data-kind]');

  useEffect(() => {
    document.title = t('frame.title', { room: chosen?.title ?? t('causes.causes.title') });
    // What the page begins with is announced by the browser itself.
    if (kind === last.current) return;
    // Into the cause that was opened, or back to where the person left the list.
    const target = kind ? detail.current?.querySelector('h2') : linkOf(list.current, last.current);
    target?.focus();
    detail.current?.scrollTo(0, 0);
    last.current = kind;
  }, [kind, chosen?.title]);

  return (
    <main>
      <RoomHead title={t('causes.causes.title')} lead={t('causes.causes.lead')} />
      <div class={kind || unknown ? 'room room-open' : 'room'}>
        <section class="room-list" ref={list} aria-label={t('causes.causes.title')}>
          <SearchField
            label={t('causes.search.label')}
            placeholder={t('causes.search.placeholder')}
            find={find}
            found={counted('causes.search.found', found.length)}
            onFind={(text) => change({ find: text })}
            onDown={() => firstLink()?.focus()}
            onEnter={() => firstLink()?.click()}
          />
          <CauseList causes={found} address={address} onClear={() => change({ find: '' })} />
        </section>
        <section class="room-detail" id="content" ref={detail} tabIndex={-1}>
          {chosen ? (
            <CauseDetail cause={chosen} address={address} onFacts={(told) => change({ facts: told })} />
          ) : unknown === undefined ? (
            <CauseStart address={address} />
          ) : (
            <UnknownCause code={unknown} address={address} />
          )}
        </section>
      </div>
    </main>
  );
}

function linkOf(list: HTMLElement | null, kind: string | undefined): HTMLElement | null | undefined {
  return list?.querySelector<HTMLElement>(`a[data-kind="${kind}"]`);
}
