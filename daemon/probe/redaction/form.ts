/** One way in which a secret may be written; `spellings` gives all its variants. */
export interface Form {
  name: string;
  spellings(secret: string): string[];
}
