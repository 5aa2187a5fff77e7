import { askToReachDaemon } from '../link/host-permission.ts';
import { companionWords as words } from '../words/companion.ts';

/** Asks the browser, and the browser the person, for the way to 127.0.0.1. */
export function AllowButton() {
  return (
    <button type="button" class="button button-main" onClick={() => void askToReachDaemon()}>
      {words.allow}
    </button>
  );
}
