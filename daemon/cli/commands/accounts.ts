import { subcommand } from '../subcommand.ts';

/** `mailprobe accounts`: the stored accounts. */
export const accounts = subcommand(
  'accounts',
  {
    list: async () => (await import('./accounts/list.ts')).listAccounts,
    show: async () => (await import('./accounts/show.ts')).showAccount,
    add: async () => (await import('./accounts/add.ts')).addAccount,
    change: async () => (await import('./accounts/change.ts')).changeAccount,
    duplicate: async () => (await import('./accounts/duplicate.ts')).duplicateAccount,
    export: async () => (await import('./accounts/export.ts')).exportAccounts,
    import: async () => (await import('./accounts/import.ts')).importAccounts,
    delete: async () => (await import('./accounts/delete.ts')).deleteAccounts,
    restore: async () => (await import('./accounts/restore.ts')).restoreAccounts,
  },
  'list',
);
