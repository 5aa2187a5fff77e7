// Tells which packages are loaded with the modules that it is given, as JSON.
import { registerHooks } from 'node:module';

const packages = new Set();
registerHooks({
  load(url, context, next) {
    const name = /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
    if (name) packages.add(name);
    return next(url, context);
  },
});
for (const path of process.argv.slice(2)) await import(new URL(`../../../${path}`, import.meta.url).href);
process.stdout.write(JSON.stringify([...packages]));
process.exit();
