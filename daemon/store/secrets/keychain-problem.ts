import { visibleText } from '../../../shared/visible-text.ts';
import type { Sentence } from '../../sentence.ts';
import { texts } from '../texts.ts';
import { StoreProblem } from './store-problem.ts';
import type { TroubleState } from './secret-store.ts';

/** What keytar's words mean, which are those of libsecret, macOS and Windows; the words are known in this file alone. */
export function keychainProblem({ error, code }: { error: string; code: string }): StoreProblem {
  const text = `${code} ${error}`;
  const known = meanings.find(([pattern]) => pattern.test(text));
  if (known) return new StoreProblem(known[1], known[2]);
  return new StoreProblem('unavailable', texts.keychainRefused(visibleText(error, 200)));
}

const meanings: [RegExp, TroubleState, Sentence][] = [
  [/MODULE_NOT_FOUND/, 'unavailable', texts.noBinding],
  [/ERR_DLOPEN_FAILED/, 'unavailable', texts.bindingBroken],
  [/dismissed|cancell?ed|user interaction is not allowed/i, 'dismissed', texts.promptDismissed],
  [/locked collection|is locked/i, 'locked', texts.isLocked],
  // D-Bus gives up by itself after 25 s.
  [/Timeout was reached/i, 'timeout', texts.serviceSilent],
  [
    /disconnected from message bus without replying|NoReply|connection is closed/i,
    'crashed',
    texts.serviceEnded,
  ],
  [/autolaunch D-Bus|Could not connect|Error spawning command line .*dbus/i, 'unavailable', texts.noSession],
  [/was not provided by any|ServiceUnknown/i, 'unavailable', texts.noService],
  [/Object does not exist at path/i, 'unavailable', texts.noKeyring],
];
