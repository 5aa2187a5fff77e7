import type { AccountType } from '../../../shared/account.ts';
import type { FailureKind } from '../../../shared/failure.ts';
import type { Stage } from '../../../shared/stage.ts';

/** One cause and the wordings servers use for it. No pattern may look further than one line. */
export interface Pattern {
  kind: FailureKind;
  says: RegExp[];
  /** Only in these protocols. */
  of?: AccountType[];
  /** Only in these stages. */
  at?: Stage[];
  /** Not when the reply carries one of these response codes (IMAP, POP3). */
  unless?: string[];
  /** Not when the reply code is a temporary one (4yz). */
  lasting?: true;
}
