// The real program under umask 000, whose first argument is a file to make before the daemon can change the umask.
import { writeFileSync } from 'node:fs';

process.umask(0);
const [made = ''] = process.argv.splice(2, 1);
writeFileSync(made, '');
await import(new URL('../../../daemon/cli/mailprobe.mjs', import.meta.url).href);
