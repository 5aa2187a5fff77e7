import { subcommand } from '../subcommand.ts';

/** `mailprobe properties`: the system properties. */
export const properties = subcommand(
  'properties',
  {
    list: async () => (await import('./properties/list.ts')).listProperties,
    set: async () => (await import('./properties/set.ts')).setProperty,
    reset: async () => (await import('./properties/reset.ts')).resetProperty,
  },
  'list',
);
