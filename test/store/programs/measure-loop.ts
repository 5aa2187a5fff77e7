// How long the main thread is held up while the store inserts records and reads pages.
import { prepareDataDirectory } from '../../../daemon/store/data-directory.ts';
import { lockDataDirectory } from '../../../daemon/store/lock.ts';
import { openStore } from '../../../daemon/store/store.ts';
import { logEntry } from '../examples.ts';
import { loopGaps } from '../loop-gaps.ts';

const [directory = '', records = '100000', pages = '1000'] = process.argv.slice(2);
const batch = 100;

using lock = lockDataDirectory(prepareDataDirectory(directory));
await using store = await openStore(lock);
const gaps = loopGaps();
const begun = performance.now();
const entries = Array.from({ length: batch }, (_, n) => logEntry(`record ${n}: ${'x'.repeat(120)}`));
for (let n = 0; n < Number(records); n += batch) await store.log.append(entries);
const inserted = performance.now();
let before: string | undefined;
for (let n = 0; n < Number(pages); n++) {
  const page = await store.log.page({ limit: 100, before });
  before = page.at(-1)?.id;
}
const read = performance.now();
console.log(
  JSON.stringify({
    ...gaps.stop(),
    insertsASecond: Math.round((Number(records) / (inserted - begun)) * 1000),
    pageMs: (read - inserted) / Number(pages),
    count: await store.log.count(),
  }),
);
