import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataDirectory } from '../../daemon/store/lock.ts';
import { openStore, type Store } from '../../daemon/store/store.ts';
import { type Condition, LogCondition } from '../../shared/condition.ts';
import { conditionFields, logFields, operatorsByType, valuesOf } from '../../shared/condition/fields.ts';
import { matches } from '../../shared/condition/matches.ts';
import { resolvedCondition } from '../../shared/condition/resolved-condition.ts';
import { logLevels, logSources } from '../../shared/log.ts';
import { generatedRecords, seeded } from './generated-records.ts';
import type { Promised } from './promised.ts';

const conditions = 100_000;
/** Each whose turn it is asks the large log as well. */
const largeEvery = 200;
const zone = 'UTC';

/**
 * Conditions that somebody hostile would send, each to a log of a thousand records beside the reference, and some to the
 * large one: refused, or answered alike.
 */
export async function measureHostileConditions(largeDirectory: string) {
  const directory = mkdtempSync(join(tmpdir(), 'mailprobe-hostile-'));
  try {
    using lock = lockDataDirectory(directory);
    using largeLock = lockDataDirectory(largeDirectory);
    await using store = await openStore(lock);
    await using large = await openStore(largeLock);
    await store.log.append([...generatedRecords(500, { endMs: Date.now() })]);
    await store.log.append([...generatedRecords(500, { endMs: Date.now(), seed: 3 })]);
    // Housekeeping of the start writes; from here on nobody does.
    for (const { housekeeping } of [store, large]) {
      await housekeeping.backUp();
      await housekeeping.trimLog();
      await housekeeping.fillSearch();
    }
    const files = [directory, largeDirectory].flatMap((each) =>
      ['mailprobe.db', 'mailprobe.db-wal'].map((name) => join(each, name)),
    );
    const before = files.map(hashOf);
    const figures = { ...(await ask(store, large)), ...(await askMuch(large)) };
    const unchanged = files.every((file, at) => hashOf(file) === before[at]);
    console.table([{ ...figures, unchanged }]);
    return { ...figures, unchanged };
  } finally {
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function ask(store: Store, large: Store) {
  const records = [...(await store.log.page({ limit: 500 }))];
  records.push(...(await store.log.page({ limit: 500, before: records.at(-1)?.id })));
  const random = seeded(7);
  const figures = {
    asked: conditions,
    refused: 0,
    answered: 0,
    wrong: 0,
    slowestMs: 0,
    onLarge: 0,
    slowestLargeMs: 0,
  };
  for (let n = 0; n < conditions; n += 1) {
    const began = performance.now();
    const parsed = LogCondition.safeParse(hostileCondition(random));
    if (parsed.success) {
      const here = { nowMs: Date.now(), zone };
      const page = await store.reader.log.page({ condition: parsed.data, ...here }, { limit: 100 });
      figures.slowestMs = Math.max(figures.slowestMs, performance.now() - began);
      const resolved = resolvedCondition(parsed.data, here);
      const wanted = records.filter((record) => matches(resolved, record)).slice(0, 100);
      if (page.records.map(({ id }) => id).join() !== wanted.map(({ id }) => id).join()) figures.wrong += 1;
      figures.answered += 1;
      if (n % largeEvery === 0) {
        const since = performance.now();
        await large.reader.log.page({ condition: parsed.data, ...here }, { limit: 100 });
        figures.slowestLargeMs = Math.max(figures.slowestLargeMs, performance.now() - since);
        figures.onLarge += 1;
      }
    } else {
      figures.slowestMs = Math.max(figures.slowestMs, performance.now() - began);
      figures.refused += 1;
    }
  }
  return {
    ...figures,
    slowestMs: Math.round(figures.slowestMs),
    slowestLargeMs: Math.round(figures.slowestLargeMs),
  };
}

/** Fifty rules about the message of every record that has a common word, counted and grouped. */
async function askMuch({ reader: { log } }: Store) {
  const condition: Condition = {
    combinator: 'and',
    rules: Array.from({ length: 50 }, (_, at) => ({
      field: 'message',
      operator: at === 0 ? 'contains' : 'doesNotContain',
      value: at === 0 ? 'the' : `zzq${at}`,
    })),
  };
  const question = { condition, nowMs: Date.now(), zone };
  const timed = async (answer: () => Promise<unknown>) => {
    const since = performance.now();
    await answer();
    return Math.round(performance.now() - since);
  };
  return {
    fiftyRulesCountMs: await timed(() => log.count(question, 1_000_000)),
    fiftyRulesGroupMs: await timed(() => log.group(question, 'testId')),
  };
}

const injections = [
  "'; DROP TABLE log; --",
  '" OR 1=1 --',
  ') UNION SELECT * FROM accounts --',
  '?1',
  ':name',
  '$limit',
  '\0',
  '\u0001\u0001\uE000',
  '"a" OR "b"',
  'NEAR(a b)',
  'a*',
  '^a',
  '{text}: a',
  '%',
  '_',
  '%%%%',
  '[a-z]*',
  '\\',
  '\uD800',
  '\u202E',
  'e\u0301'.repeat(300),
  'a'.repeat(1_000),
  'a'.repeat(1_001),
  "load_extension('x')",
  "ATTACH 'x' AS y",
  'PRAGMA writable_schema=1',
  'char(0)',
  '9'.repeat(400),
  '-1',
  'NaN',
  '',
];

/** What has the form of a condition, and what has not. */
function hostileCondition(random: () => number): unknown {
  const shape = random();
  if (shape < 0.02) return nested(Math.floor(random() * 5_000));
  if (shape < 0.04)
    return { combinator: 'and', rules: Array.from({ length: 200 }, () => hostileRule(random)) };
  if (shape < 0.06)
    return pick(random, [null, 1, 'DROP', [], {}, { rules: {} }, { combinator: '; DROP', rules: [] }]);
  return group(random, 1 + Math.floor(random() * 6));
}

function nested(depth: number): unknown {
  let inner: unknown = { combinator: 'and', rules: [] };
  for (let level = 0; level < depth; level += 1) inner = { combinator: 'or', not: true, rules: [inner] };
  return inner;
}

function group(random: () => number, depth: number): unknown {
  const rules = Array.from({ length: Math.floor(random() * 4) }, () =>
    depth > 1 && random() < 0.3 ? group(random, depth - 1) : hostileRule(random),
  );
  return { combinator: random() < 0.5 ? 'and' : 'or', not: random() < 0.3, rules };
}

function hostileRule(random: () => number): unknown {
  if (random() < 0.03)
    return pick(random, [{ field: 'password', operator: 'is', value: 'x' }, { field: '1=1' }, null, 7]);
  const field = pick(random, logFields);
  const operator = pick(random, operatorsByType[conditionFields[field].type]);
  const value = () => valueOf(random, conditionFields[field].type);
  const kind = valuesOf(operator);
  if (kind === 'many')
    return { field, operator, value: Array.from({ length: Math.floor(random() * 105) }, value) };
  return {
    field,
    operator,
    value: kind === 'two' ? [value(), value()] : kind === 'one' ? value() : undefined,
  };
}

function valueOf(random: () => number, type: keyof typeof operatorsByType): unknown {
  if (type === 'text' || random() < 0.02) return pick(random, injections);
  if (type === 'reference')
    return (100_000_000_000_000_000n + BigInt(Math.floor(random() * 9e15)) * 10n).toString();
  if (type === 'time')
    return pick(random, ['today', 'last15Minutes', '2026-11-01', '1970-01-01', '9999-12-31T23:59:59.999Z']);
  return pick(random, type === 'choice' ? logSources : logLevels);
}

function pick<T>(random: () => number, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)] as T;
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** They are answered as the evaluator does, change nothing, and none takes long. */
export function promisedOfHostile(figures: Awaited<ReturnType<typeof measureHostileConditions>>): Promised[] {
  const { wrong, unchanged, slowestMs, slowestLargeMs, fiftyRulesCountMs, fiftyRulesGroupMs } = figures;
  const slowest = Math.max(slowestMs, slowestLargeMs, fiftyRulesCountMs, fiftyRulesGroupMs);
  return [
    { what: 'hostile conditions answered wrongly', figure: wrong, atMost: 0 },
    { what: 'files that hostile conditions changed', figure: unchanged ? 0 : 1, atMost: 0 },
    { what: 'the slowest hostile condition, ms', figure: slowest, atMost: 2_000 },
  ];
}
