import { subcommand } from '../subcommand.ts';

/** `mailprobe service`: start at login, for who asks for it. */
export const service = subcommand(
  'service',
  {
    print: async () => (await import('./service/print.ts')).printService,
    install: async () => (await import('./service/install.ts')).installAtLogin,
    uninstall: async () => (await import('./service/uninstall.ts')).uninstallAtLogin,
  },
  'print',
);
