import { spawnSync } from 'node:child_process';
import type { QueryPlan } from '../../daemon/store/query/query-plan.ts';
import { logColumns, logWithClass } from '../../daemon/store/log-row.ts';

interface Asked {
  /** Records of the page. */
  limit: number;
  /** Of each plan, after one that reads the pages. */
  runs: number;
}

/**
 * The best of all plans for the newest page of a condition in the sqlite3 shell, in milliseconds: read by number, by the
 * planner's own choice, by each index, and by the search index where it helps.
 */
export function bestShellMs(file: string, plan: QueryPlan, { limit, runs }: Asked): number {
  const where = inlined(plan.where, plan.values);
  const range = `log.seq BETWEEN ${plan.first} AND ${plan.last}`;
  const page = (from: string, also = '') =>
    `SELECT ${logColumns} FROM ${from} ${logWithClass} WHERE ${range} ${also} AND (${where}) ORDER BY log.seq DESC LIMIT ${limit};`;
  const search = plan.search?.replaceAll("'", "''");
  const direct = plan.direct && `AND test_id IN (${plan.direct.join(', ')})`;
  const statements = [
    page('log NOT INDEXED'),
    page('log'),
    ...(/account_id IN/.test(where)
      ? [page('log INDEXED BY log_account', 'AND account_id IS NOT NULL')]
      : []),
    ...(direct === undefined ? [] : [page('log INDEXED BY log_test', direct)]),
    ...(search === undefined
      ? []
      : [
          page('log_search CROSS JOIN log ON log.seq = log_search.rowid', `AND log_search MATCH '${search}'`),
        ]),
  ];
  return Math.min(...statements.map((statement) => shellMs(file, statement, runs)));
}

function shellMs(file: string, statement: string, runs: number): number {
  const input = `PRAGMA cache_size = -16384;\n.output /dev/null\n.timer on\n${`${statement}\n`.repeat(runs + 1)}`;
  const { stdout, stderr, status } = spawnSync('sqlite3', ['-readonly', file], { input, encoding: 'utf8' });
  const times = [...`${stdout}${stderr}`.matchAll(/user ([\d.]+) sys ([\d.]+)/g)].map(
    ([, user, system]) => (Number(user) + Number(system)) * 1000,
  );
  if (status !== 0 || times.length === 0) throw new Error(`sqlite3: ${stderr || statement.slice(0, 300)}`);
  return Math.min(...times.slice(1));
}

/** The values in their places, as SQL writes them. */
function inlined(where: string, values: readonly (string | number | bigint)[]): string {
  return where.replaceAll(/\?(\d+)/g, (_, number: string) => {
    const value = values[Number(number) - 1];
    return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
  });
}
