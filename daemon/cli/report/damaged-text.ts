import { visibleText } from '../../../shared/visible-text.ts';

/** Accounts that cannot be read, a line each with what to do. */
export function damagedText(ids: readonly string[]): string {
  return ids
    .map((each) => {
      const id = visibleText(each);
      return (
        `Account ${id} was changed by something other than Mailprobe and cannot be read. Bring a backup back with\n` +
        `npx mailprobe restore, or delete it with npx mailprobe accounts delete ${id} and add it anew.\n`
      );
    })
    .join('');
}
