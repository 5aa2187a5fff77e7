/** Whether the same test can pass later. */
export function againSentence(retry: boolean): string {
  return retry
    ? 'Trying again later can help, with nothing changed.'
    : 'Trying again with nothing changed will not help.';
}
