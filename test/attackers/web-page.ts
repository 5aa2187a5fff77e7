import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { attempts } from './attempts.ts';

/** A web site on this machine whose page can attack: `attack(port, path)` gives what it could read, by kind of request. */
export interface HostilePage extends AsyncDisposable {
  readonly port: number;
}

/** On any port, or on the one that a name is about to be rebound to. */
export async function hostilePage(port = 0): Promise<HostilePage> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('connection', 'close');
    response.end(`<!doctype html><title>prize</title><main>You won</main><script>${attempts}</script>`);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
