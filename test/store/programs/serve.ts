// Opens the store of a data directory, says so in one line of JSON, and serves until it is killed or its input ends.
import { prepareDataDirectory } from '../../../daemon/store/data-directory.ts';
import { lockDataDirectory } from '../../../daemon/store/lock.ts';
import { plainStoreError } from '../../../daemon/store/store-error.ts';
import { openStore } from '../../../daemon/store/store.ts';

const [directory = '', umask = '022'] = process.argv.slice(2);
process.umask(Number.parseInt(umask, 8));
try {
  using lock = lockDataDirectory(prepareDataDirectory(directory));
  await using store = await openStore(lock);
  await store.housekeeping.backUp();
  await store.accounts.newId();
  console.log(JSON.stringify({ kind: 'serving' }));
  for await (const _ of process.stdin);
} catch (error) {
  const { sentence, ...rest } = plainStoreError(error);
  const message = typeof sentence === 'string' ? sentence : sentence.en;
  console.log(JSON.stringify({ ...rest, message }));
}
