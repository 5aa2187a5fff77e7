/** The beginning of a letter that came in while the mailbox was watched. */
export interface FoundLetter {
  /** As people know it; a maildrop is INBOX. */
  folder: string;
  junk: boolean;
  raw: Buffer;
}

/** The same for whoever ordered it: its folder may be shown, what is read out of `raw` not yet. */
export interface SeenLetter extends FoundLetter {
  /** Takes the password that opened the mailbox out of a text, in every form. */
  scrub: (text: string) => string;
}

/**
 * `marked`: the server can only mark it. `kept`: it is not certain any more which letter its UID names. `refused`: the server
 * does not delete it, and says why. `unknown`: no answer came.
 */
export type Removal = { how: 'removed' | 'marked' | 'kept' | 'unknown' } | { how: 'refused'; reply: string };

/** What is waited for, and for how long. What its functions throw ends the walk. */
export interface WatchOrder<Letter extends FoundLetter = SeenLetter> {
  /** A word in the subject that no other letter has. */
  token: string;
  /** Called once, when the mailbox is known as it is: resolves when the letter is on its way; false ends the walk. */
  begin(): Promise<boolean>;
  /** True for one that is to be deleted again. */
  take(letter: Letter): Promise<boolean>;
  /** What became of that. */
  removed(folder: string, removal: Removal): void;
  /** Behind the beginning: it was looked for in this folder. */
  searched(folder: string): void;
  /** A look at the mailbox is over. */
  looked(): void;
  /** Until then, by `performance.now()`; it may come nearer meanwhile. */
  endsAt(): number;
  /** Once it is found nobody looks into other folders. */
  found(): boolean;
}

/** So much of each letter is read: its headers, and what a bounce quotes. */
export const seenOctets = 128 * 1024;
