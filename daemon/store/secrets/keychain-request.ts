/** What the daemon asks of the child process, one at a time. */
export type KeychainRequest =
  /** Only whether keytar is there and loads. */
  { verb: 'load' } | { verb: 'get' | 'delete'; name: string } | { verb: 'set'; name: string; value: string };

/** `value` is keytar's answer: a line or null, nothing, or whether there was an item. */
export type KeychainReply = { value: string | boolean | null } | { error: string; code: string };

/** Under which all items stand in the keychain. */
export const service = 'mailprobe';
