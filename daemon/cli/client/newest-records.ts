import type { PageAsked } from '../../../shared/record-query.ts';

interface Page<R> {
  records: R[];
  next?: string | undefined;
}

const mostAtOnce = 200;

/** The newest records of a list, newest first, page by page. */
export async function newestRecords<R>(
  ask: (place: Pick<PageAsked, 'after' | 'limit'>) => Promise<Page<R>>,
  limit: number,
): Promise<R[]> {
  const records: R[] = [];
  let after: string | undefined;
  do {
    const page = await ask({
      limit: Math.min(mostAtOnce, limit - records.length),
      ...(after === undefined ? {} : { after }),
    });
    records.push(...page.records);
    after = page.next;
  } while (after !== undefined && records.length < limit);
  return records;
}
