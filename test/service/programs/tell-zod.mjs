// For --import: each thread tells on stderr which files of zod it loads.
import { writeSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { threadName } from 'node:worker_threads';

registerHooks({
  load(url, context, next) {
    const file = /\/node_modules\/(zod\/.*)/.exec(url)?.[1];
    if (file) writeSync(2, `<${threadName ?? ''} ${file}>\n`);
    return next(url, context);
  },
});
