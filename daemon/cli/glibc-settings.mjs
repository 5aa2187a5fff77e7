/**
 * For glibc, which reads them as a program begins: one arena for all threads, and what is free at its end goes back from
 * 128 kB on. V8's compiler threads leave an arena of some MB behind each (daemon/README.md, decision 11).
 */
export const glibcSettings = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072' };
