import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { OutdatedPage } from './outdated-page.tsx';
import { type RoomName, rooms } from './rooms.ts';

interface Loaded {
  readonly name: RoomName;
  readonly Room: ComponentType;
}

/** Shows a room as soon as its script is here; until then the one before stays. */
export function RoomSlot({ name }: { name: RoomName }) {
  const [loaded, setLoaded] = useState<Loaded>();
  const entered = useRef(false);
  useEffect(() => {
    let left = false;
    const show = (Room: ComponentType) => !left && setLoaded({ name, Room });
    rooms[name]().then(show, () => show(OutdatedPage));
    return () => {
      left = true;
    };
  }, [name]);
  // With the room, not a moment after: by then somebody may have gone on by keys, and would lose the focus.
  useLayoutEffect(() => {
    if (!loaded) return;
    // What the page begins with is announced by the browser itself.
    if (entered.current) document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
    entered.current = true;
    scrollTo(0, 0);
  }, [loaded]);
  if (!loaded) return null;
  const { Room } = loaded;
  return <Room key={loaded.name} />;
}
