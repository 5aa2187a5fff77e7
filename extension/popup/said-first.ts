/** A message of the log where there is room for a few words: of a letter what is said, without its id, which stands on the record's page. */
export function saidFirst(message: string): string {
  return message.replace(/^Letter \d+: /, '').replace(/^Letter \d+ /, 'Letter ');
}
