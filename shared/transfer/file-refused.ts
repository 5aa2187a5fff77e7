import type { Column } from './column.ts';

/** Why nothing of a file can be read. Nothing of its content is repeated but names of columns that are ours. */
export type FileFault =
  | { readonly kind: 'tooLarge' | 'tooMany' | 'notText' | 'empty' | 'noHeader' | 'noAccounts' }
  | { readonly kind: 'notOurs' | 'newer' }
  | { readonly kind: 'missingColumns'; readonly columns: readonly Column[] }
  | { readonly kind: 'twice'; readonly column: Column }
  | { readonly kind: 'quotes'; readonly line: number }
  | { readonly kind: 'notJson'; readonly line?: number };

/** Thrown for a file that is none of accounts. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(`The file is refused: ${fault.kind}`);
    this.fault = fault;
  }
}
