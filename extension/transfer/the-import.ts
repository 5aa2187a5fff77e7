import { computed, effect } from '@preact/signals';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import { Refused } from '../../shared/refusal.ts';
import { mostBytes } from '../../shared/transfer/limits.ts';
import { FileRefused } from '../../shared/transfer/file-refused.ts';
import { readAccounts } from '../../shared/transfer/read-accounts.ts';
import { accounts } from '../state/accounts.ts';
import { call } from '../state/call.ts';
import { properties } from '../state/properties.ts';
import { t } from '../words.ts';
import { importer } from './importer.ts';
import { importUnderWay } from './import-under-way.ts';

/** The import of this page: it goes on, and stays to be looked at, while another room is shown. */
export const theImport = importer({
  client: { call },
  accounts: computed(() => accounts.value?.map(({ account }) => account)),
  defaults: computed(() => properties.value?.values ?? {}),
  refusalOf: (error) => (error instanceof Refused ? error.refusal.message : undefined),
  troubleOf: (error) =>
    error instanceof ConnectionTrouble ? error.message : t('accounts.errors.unexpected'),
  changedMeanwhile: t('transfer.changedMeanwhile'),
});

/** Reads the file that a person chose or dropped. */
export function chooseFile(file: File): Promise<void> {
  return theImport.choose(file.name, async () => {
    // Before it is in memory.
    if (file.size > mostBytes) throw new FileRefused({ kind: 'tooLarge' });
    return readAccounts(new Uint8Array(await file.arrayBuffer()));
  });
}

// As long as it runs, whatever room is shown: the page asks before it is closed, and others can tell how far it is.
effect(() => {
  const { progress } = theImport;
  importUnderWay.value = progress.value && { ...progress.value, cancel: () => theImport.cancel() };
  if (progress.value) addEventListener('beforeunload', stay);
  else removeEventListener('beforeunload', stay);
});

function stay(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
