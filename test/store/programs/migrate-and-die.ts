// Brings a database up to date and kills itself at one step of it.
import { openDatabase } from '../../../daemon/store/database.ts';
import { nextMigrations } from '../next-migrations.ts';

const [directory = '', fatal = ''] = process.argv.slice(2);
const die = (step: string) => {
  if (step === fatal) process.kill(process.pid, 'SIGKILL');
};
await openDatabase(directory, { migrations: nextMigrations(die), onStep: die });
