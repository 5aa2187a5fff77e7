import { columns } from '../../../shared/transfer/column.ts';
import type { FileFault } from '../../../shared/transfer/file-refused.ts';
import type { ReadingRule, RowError } from '../../../shared/transfer/row.ts';

/** Why a file is refused, for who typed its name. */
export function faultSentence(fault: FileFault): string {
  switch (fault.kind) {
    case 'tooLarge':
      return 'is larger than 5 MB, the most that a file of accounts can be.';
    case 'tooMany':
      return 'holds more than 1,000 accounts: split it.';
    case 'notText':
      return 'is not in UTF-8: save it as CSV UTF-8, or as JSON.';
    case 'empty':
      return 'is empty.';
    case 'noHeader':
      return 'begins with no header: its first line has to name the columns, such as name,type,server,username,port.';
    case 'noAccounts':
      return 'holds no account.';
    case 'notOurs':
      return 'holds JSON, but not accounts as Mailprobe writes them: {"mailprobe":1,"accounts":[…]}.';
    case 'newer':
      return 'was written by a newer Mailprobe: update this one.';
    case 'missingColumns':
      return `lacks columns: ${fault.columns.join(', ')}.`;
    case 'twice':
      return `has the column ${fault.column} twice.`;
    case 'quotes':
      return `line ${fault.line}: a quotation mark is open, or stands within a cell. Write it twice inside a quoted cell.`;
    case 'notJson':
      return fault.line === undefined ? 'is no sound JSON.' : `line ${fault.line}: is no sound JSON.`;
  }
}

/** What is wrong with a row, as a sentence that names its column. */
export function errorSentence(error: RowError): string {
  if ('message' in error) return error.message;
  const { field, rule } = error;
  return field ? `${columns[field].label} ${ruleWords[rule]}` : `The row ${ruleWords[rule]}`;
}

const ruleWords: Record<ReadingRule, string> = {
  text: 'is text.',
  switch: 'is on or off: write true or false.',
  type: 'is smtp, imap or pop3.',
  typeMissing: 'is missing: write smtp, imap or pop3.',
  id: 'is 18 digits; leave it out for a new account.',
  cells: 'has more cells than the first line names: a text with a separator in it needs quotes.',
  object: 'is no account: write an object with name, type, server and username.',
};
