import { withoutLocales } from '../without-locales.ts';

// Whatever a module imports is loaded before its first line: so the thread begins with this one.
await withoutLocales(() => import('./store-worker.ts'));
