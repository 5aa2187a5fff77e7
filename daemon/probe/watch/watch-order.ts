/** The beginning of a letter that came in while the mailbox was watched. */
export interface SeenLetter {
  /** As people know it; a maildrop is INBOX. */
  folder: string;
  junk: boolean;
  raw: Buffer;
}

/** What is waited for, and for how long. What its functions throw ends the walk. */
export interface WatchOrder {
  /** A word in the subject that no other letter has. */
  token: string;
  /** Called once, when the mailbox is known as it is: resolves when the letter is on its way; false ends the walk. */
  begin(): Promise<boolean>;
  /** True for one that is to be deleted again. */
  take(letter: SeenLetter): Promise<boolean>;
  /** It was deleted, or the server can only mark it. */
  removed(letter: SeenLetter, how: 'removed' | 'marked'): void;
  /** A look at the mailbox is over. */
  looked(): void;
  /** Until then, by `performance.now()`; it may come nearer meanwhile. */
  endsAt(): number;
  /** Once it is found nobody looks into other folders. */
  found(): boolean;
}

/** So much of each letter is read: its headers, and what a bounce quotes. */
export const seenOctets = 128 * 1024;
