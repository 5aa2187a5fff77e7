import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { ExampleAccount } from '../demo/example-accounts.ts';

/** A server that takes every connection and never says a word: a test of it runs until it is stopped. */
export interface SilentServer extends AsyncDisposable {
  readonly account: ExampleAccount;
}

export async function silentServer(): Promise<SilentServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('No port was given.');
  return {
    account: {
      form: {
        name: 'Slow archive',
        label: '',
        active: true,
        connection: {
          type: 'imap',
          server: 'localhost',
          port: address.port,
          username: 'archive@acme.example',
          ssl: true,
          tls: false,
          insecure: false,
          debug: false,
          allowPlain: false,
          allowAddress: true,
          pin: '',
        },
      },
      password: 'archive-password',
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
