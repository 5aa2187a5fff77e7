import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Explain } from '../../shared/explanation/explainer.ts';
import { loadExplain } from '../explain.ts';
import { RoomHead } from '../frame/room-head.tsx';
import { causesWords as words } from '../words/causes.ts';
import { frameWords } from '../words/frame.ts';
import '../style/cause-list.css';
import '../style/cause.css';
import '../style/causes-room.css';
import { allCauses } from './cause.ts';
import { CauseDetail } from './cause-detail.tsx';
import { CauseList } from './cause-list.tsx';
import { CauseStart } from './cause-start.tsx';
import { findCauses } from './find-causes.ts';
import { SearchBox } from './search-box.tsx';
import { UnknownCause } from './unknown-cause.tsx';
import { useCauseAddress } from './use-cause-address.ts';

/** The room, once the words of the causes are here. */
export async function causesRoom(): Promise<ComponentType> {
  const explain = await loadExplain();
  return () => <CausesRoom explain={explain} />;
}

/** The handbook of every cause: search and list on the left, the chosen cause beside it. */
function CausesRoom({ explain }: { explain: Explain }) {
  const [address, change] = useCauseAddress();
  const { kind, unknown, find, facts } = address;
  const causes = allCauses(explain, facts);
  const found = findCauses(causes, find);
  const chosen = causes.find((cause) => cause.kind === kind);
  const list = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLDivElement>(null);
  const last = useRef(kind);
  const firstLink = () => list.current?.querySelector<HTMLElement>('a[data-kind]');

  useEffect(() => {
    document.title = frameWords.title(chosen?.title ?? words.causes.title);
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
      <RoomHead title={words.causes.title} lead={words.causes.lead} />
      <div class={kind || unknown ? 'room room-open' : 'room'}>
        <section class="room-list" ref={list} aria-label={words.causes.title}>
          <SearchBox
            find={find}
            found={found.length}
            onFind={(text) => change({ find: text })}
            onEnterList={() => firstLink()?.focus()}
            onOpenFirst={() => firstLink()?.click()}
          />
          <CauseList causes={found} address={address} onClear={() => change({ find: '' })} />
        </section>
        <section class="room-detail" id="content" ref={detail} tabIndex={-1}>
          {chosen ? (
            <CauseDetail cause={chosen} address={address} onFacts={(told) => change({ facts: told })} />
          ) : unknown === undefined ? (
            <CauseStart causes={causes} address={address} />
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
