import { visibleText } from '../../../shared/visible-text.ts';
import { StoreProblem } from './store-problem.ts';
import type { TroubleState } from './secret-store.ts';

/** What keytar's words mean, which are those of libsecret, macOS and Windows; the words are known in this file alone. */
export function keychainProblem({ error, code }: { error: string; code: string }): StoreProblem {
  const text = `${code} ${error}`;
  const known = meanings.find(([pattern]) => pattern.test(text));
  if (known) return new StoreProblem(known[1], known[2]);
  return new StoreProblem('unavailable', `The system keychain refused: ${visibleText(error, 200)}`);
}

const noService =
  'This session has no keychain service: install one (sudo apt install gnome-keyring, or KWallet), log in again, or choose the encrypted vault.';

const meanings: [RegExp, TroubleState, string][] = [
  [
    /MODULE_NOT_FOUND/,
    'unavailable',
    'The binding to the system keychain (keytar) is not installed. On Debian and Ubuntu: sudo apt install libsecret-1-dev g++ make python3 pkg-config, then npm start builds it.',
  ],
  [
    /ERR_DLOPEN_FAILED/,
    'unavailable',
    'The binding to the system keychain does not load. On Debian and Ubuntu: sudo apt install libsecret-1-0.',
  ],
  [
    /dismissed|cancell?ed|user interaction is not allowed/i,
    'dismissed',
    'The question to unlock the keychain was dismissed: try again and answer it.',
  ],
  [/locked collection|is locked/i, 'locked', 'The system keychain is locked: unlock it, then try again.'],
  // D-Bus gives up by itself after 25 s.
  [
    /Timeout was reached/i,
    'timeout',
    'The keychain service did not answer: log out and in again, then try again.',
  ],
  [
    /disconnected from message bus without replying|NoReply|connection is closed/i,
    'crashed',
    'The keychain service ended while it was asked: try again.',
  ],
  [
    /autolaunch D-Bus|Could not connect|Error spawning command line .*dbus/i,
    'unavailable',
    'No keychain can be reached: Mailprobe was started outside a desktop session (no D-Bus). Start it inside one, or choose the encrypted vault.',
  ],
  [/was not provided by any|ServiceUnknown/i, 'unavailable', noService],
  [
    /Object does not exist at path/i,
    'unavailable',
    'The keychain service has no keyring yet: log in to the desktop with your password once, or make one in Passwords and Keys.',
  ],
];
