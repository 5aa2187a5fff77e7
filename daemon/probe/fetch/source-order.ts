/** One letter that is to be read whole. */
export interface SourceOrder {
  /** UID (IMAP) or UIDL (POP3). */
  uid: string;
  /** IMAP: under which the UID holds. */
  uidValidity?: string | undefined;
  /** Octets at most. */
  most: number;
  /** Told in place of the letter. */
  missing(why: 'gone' | 'too large'): void;
  /** Its octets in order; the next ones are asked for when it resolves. */
  give(piece: Buffer): Promise<void>;
}
