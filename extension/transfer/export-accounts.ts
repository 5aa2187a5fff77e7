import type { TestedAccount } from '../../shared/tested-account.ts';
import { accountsText, type Format, fileText } from '../../shared/transfer/accounts-text.ts';
import { saveFile } from './save-file.ts';

const mediaTypes = { csv: 'text/csv', json: 'application/json' } as const satisfies Record<Format, string>;

/** Saves these accounts as a file in the person's downloads; no password is in it. */
export function exportAccounts(accounts: readonly TestedAccount[], format: Format): void {
  const text = accountsText(
    accounts.map(({ account }) => account),
    format,
  );
  const blob = new Blob([fileText(text, format)], { type: mediaTypes[format] });
  saveFile(blob, `mailprobe-accounts-${today()}.${format}`);
}

/** In the person's own time zone, as ISO 8601 writes it. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
}
