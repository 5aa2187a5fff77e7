import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { startDaemon } from '../../daemon/main.ts';
import { backups } from '../../daemon/store/backup.ts';
import { prepareDataDirectory } from '../../daemon/store/data-directory.ts';
import { openDatabase } from '../../daemon/store/database.ts';
import { migrations } from '../../daemon/store/migrations.ts';
import { accountFields, logEntry } from '../store/examples.ts';
import { fileStore } from '../store/file-store.ts';
import { nextMigrations } from '../store/next-migrations.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

const program = fileURLToPath(new URL('../store/programs/migrate-and-die.ts', import.meta.url));
const steps = [
  'backup',
  'begin',
  'a column',
  'inside a column',
  'a new log',
  'inside a new log',
  'version',
  'commit',
  'done',
];
const rows = 300;

describe('a start that brings the schema up to date', () => {
  test.each(steps)(
    'killed at "%s" 20 times, leaves the old schema or the new one, and every row',
    { timeout: 300_000 },
    async (step) => {
      const old = await oldDirectory();
      for (let round = 0; round < 20; round++) {
        const directory = join(temporaryDirectory(), 'data');
        cpSync(old, directory, { recursive: true });
        const child = spawn(process.execPath, [program, directory, step], { stdio: 'inherit' });
        expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
        expect(await rowsByOldVersion(directory)).toBe(step === 'done' ? 'schema_newer' : rows);
        const db = await openDatabase(directory, { migrations: nextMigrations() });
        const { n } = db.prepare('SELECT count(*) AS n FROM new_log').get() ?? {};
        const { colour } = db.prepare('SELECT colour FROM accounts').get() ?? {};
        db.close();
        expect({ n, colour }).toEqual({ n: rows, colour: 'blue' });
        expect(backups(directory).map(({ label }) => label)).toContain(
          `before-schema-${nextMigrations().length}`,
        );
      }
    },
  );

  test('has made a backup of the old schema before', async () => {
    const directory = await oldDirectory();
    const happened: string[] = [];
    const db = await openDatabase(directory, {
      migrations: nextMigrations((step) => happened.push(step)),
      onStep: (step) => happened.push(step),
    });
    db.close();
    expect(happened).toEqual(steps);
    cpSync(backups(directory)[0]?.path ?? '', join(directory, 'mailprobe.db'));
    expect(await rowsByOldVersion(directory)).toBe(rows);
  });

  test('goes back to the old schema when a change fails', async () => {
    const directory = await oldDirectory();
    const failing = nextMigrations(() => {
      throw new Error('no');
    });
    await expect(openDatabase(directory, { migrations: failing })).rejects.toThrow('no');
    expect(await rowsByOldVersion(directory)).toBe(rows);
  });

  test('does nothing when there is nothing to do', async () => {
    const directory = await oldDirectory();
    const happened: string[] = [];
    const db = await openDatabase(directory, { onStep: (step) => happened.push(step) });
    db.close();
    expect(happened).toEqual([]);
    expect(backups(directory)).toEqual([]);
  });
});

test('a newer schema is refused with a sentence, and no byte is changed', async () => {
  const directory = await oldDirectory();
  (await openDatabase(directory, { migrations: nextMigrations() })).close();
  const before = contents(directory);
  await expect(openDatabase(directory)).rejects.toMatchObject({
    kind: 'schema_newer',
    message: `The data was written by a newer Mailprobe (schema ${nextMigrations().length}; this one knows ${migrations.length}). Update Mailprobe; nothing was changed.`,
  });
  expect(contents(directory)).toEqual(before);
});

test('a start on data of an earlier version says so before it is brought up to date, and the next one does not', async () => {
  const directory = prepareDataDirectory(temporaryDirectory());
  const starts = async () => {
    const said: string[] = [];
    const daemon = await startDaemon({
      port: 0,
      directory,
      version: '0.0.0',
      startCommand: '',
      terminal: {
        ready: () => void said.push('ready'),
        code: () => undefined,
        say: (sentence) => void said.push(sentence),
      },
    });
    await daemon.stop();
    return said;
  };
  (await openDatabase(directory, { migrations: migrations.slice(0, -1) })).close();
  const upgraded = expect.stringMatching(/^The data is of an earlier Mailprobe: it is backed up and/);
  expect(await starts()).toEqual([upgraded, 'ready']);
  expect(await starts()).toEqual(['ready']);
});

async function oldDirectory(): Promise<string> {
  const directory = temporaryDirectory();
  const { db, accounts, log } = await fileStore(directory);
  accounts.create(accountFields(accounts.newId()));
  log.append(Array.from({ length: rows }, () => logEntry()));
  db.close();
  return directory;
}

async function rowsByOldVersion(directory: string): Promise<unknown> {
  try {
    const db = await openDatabase(directory);
    const { n } = db.prepare('SELECT count(*) AS n FROM log').get() ?? {};
    db.close();
    return n;
  } catch (error) {
    return (error as { kind: string }).kind;
  }
}

function contents(directory: string): Record<string, string> {
  const names = readdirSync(directory).filter((name) => name.startsWith('mailprobe.db'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(directory, name), 'base64')]));
}
