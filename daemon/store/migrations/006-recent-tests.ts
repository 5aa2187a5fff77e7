import type { DatabaseSync } from 'node:sqlite';
import type { TestWarning } from '../../../shared/warning.ts';
import type { Migration } from '../migration.ts';
import { parsedJson } from '../rows.ts';

/**
 * The last tests of each account in short, the newest last: [ended at, ms, verdict]. The one that is known begins it.
 * Its warnings were English sentences; they become kinds, so that it is still understood.
 */
export const recentTests: Migration = {
  name: 'recent tests',
  up(db) {
    db.exec(`
      ALTER TABLE last_tests ADD COLUMN recent TEXT NOT NULL DEFAULT '[]';
      UPDATE last_tests
        SET recent = json_array(json_array(ended_at, round(result ->> 'ms'), result ->> 'verdict'))
        WHERE json_valid(result);
    `);
    warningsAsKinds(db);
  },
};

function warningsAsKinds(db: DatabaseSync): void {
  const all = db.prepare('SELECT CAST(account_id AS TEXT) AS id, result, events FROM last_tests').all();
  const write = db.prepare('UPDATE last_tests SET result = ?, events = ? WHERE account_id = ?');
  for (const { id, result, events } of all) {
    const [outcome, told] = [parsedJson(String(result)), parsedJson(String(events))];
    const finished = Array.isArray(told) ? told.map(withKinds) : told;
    if (outcome === undefined || told === undefined) continue;
    write.run(JSON.stringify(withKinds(outcome)), JSON.stringify(finished), BigInt(String(id)));
  }
}

function withKinds(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('warnings' in value)) return value;
  const { warnings } = value;
  return { ...value, warnings: Array.isArray(warnings) ? warnings.flatMap(kindOf) : [] };
}

/** None for a pin, whose findings a sentence does not give back, and for what is not known. */
function kindOf(sentence: unknown): TestWarning[] {
  const text = String(sentence);
  const ends = /runs out in (\d+) days \((.+)\)/.exec(text);
  const counts = /announces (\d+) messages and lists (\d+)/.exec(text);
  const strength = /key is weak \((.+?)\)/.exec(text)?.[1];
  if (text.includes('in plain text')) return [{ kind: 'plain_password' }];
  if (text.includes('was not validated')) return [{ kind: 'not_validated', findings: [] }];
  if (text.includes('no UIDL')) return [{ kind: 'no_uidl' }];
  if (ends) return [{ kind: 'certificate_ends', days: Number(ends[1]), validTo: String(ends[2]) }];
  if (counts) return [{ kind: 'other_count', announced: Number(counts[1]), listed: Number(counts[2]) }];
  return strength === undefined ? [] : [{ kind: 'weak_key', strength }];
}
