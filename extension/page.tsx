import { CausesRoom } from './causes/causes-room.tsx';
import { words } from './words.ts';

/** The frame of the options page: the head, and the room that the address names. So far there is one. */
export function Page() {
  return (
    <>
      <a class="skip" href="#content" onClick={skip}>
        {words.skip}
      </a>
      <header class="head">
        <img class="head-icon" src="/icon/icon.svg" alt="" width="24" height="24" />
        <span class="head-app">{words.app}</span>
        <h1 class="head-room">{words.causes.title}</h1>
        <span class="head-lead">{words.causes.lead}</span>
      </header>
      <CausesRoom />
    </>
  );
}

// The address after `#` is the room's: the jump must not change it.
function skip(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#content')?.focus();
}
