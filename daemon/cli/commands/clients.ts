import { subcommand } from '../subcommand.ts';

/** `mailprobe clients`: the paired browsers. */
export const clients = subcommand(
  'clients',
  {
    list: async () => (await import('./clients/list.ts')).listClients,
    revoke: async () => (await import('./clients/revoke.ts')).revokeClient,
  },
  'list',
);
