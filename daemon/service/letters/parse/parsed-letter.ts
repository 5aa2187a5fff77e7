/** What is read out of a letter's first octets; every text is cut and safe to show. */
export interface ParsedLetter {
  /** From, as text. */
  sender: string;
  /** To, separated by commas. */
  recipients: string;
  cc: string;
  replyTo: string;
  subject: string;
  /** Without angle brackets; empty where the letter has none. */
  messageId: string;
  /** The Date header as ISO text; empty where it names no moment. */
  sentAt: string;
  headers: { name: string; value: string }[];
  text: string;
  /** Something of the text or of the headers was left out. */
  textCut: boolean;
  /** One of the recipients is the sender. */
  toItself: boolean;
  /** SHA-256 over what stays the same when a server gives its letters new numbers. */
  digest: Uint8Array;
}
