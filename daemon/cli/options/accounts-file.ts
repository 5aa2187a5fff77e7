import { readFileSync, statSync } from 'node:fs';
import { FileRefused } from '../../../shared/transfer/file-refused.ts';
import { mostBytes } from '../../../shared/transfer/limits.ts';
import { readAccounts } from '../../../shared/transfer/read-accounts.ts';
import type { ReadFile } from '../../../shared/transfer/row.ts';
import { diskReason } from '../../store/disk-reason.ts';
import { CommandFailure } from '../command-failure.ts';
import { faultSentence } from '../report/transfer-words.ts';
import { UsageError } from '../usage-error.ts';

/** The accounts of a file. Throws UsageError for one that cannot be read, CommandFailure for one that holds something else. */
export function readAccountsFile(file: string): ReadFile {
  try {
    return readAccounts(bytesOf(file));
  } catch (error) {
    if (error instanceof FileRefused) throw new CommandFailure([`${file}: ${faultSentence(error.fault)}`]);
    throw error;
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    const stat = statSync(file);
    // A device has no size.
    if (!stat.isFile()) throw new UsageError(`${file}: is no file.`);
    if (stat.size > mostBytes) throw new FileRefused({ kind: 'tooLarge' });
    return readFileSync(file);
  } catch (error) {
    if (error instanceof UsageError || error instanceof FileRefused) throw error;
    throw new UsageError(`${file}: cannot be read (${diskReason(error) ?? 'unreadable'}).`);
  }
}
