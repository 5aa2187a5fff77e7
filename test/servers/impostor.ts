import { once } from 'node:events';
import { createServer } from 'node:http';

export interface Impostor extends AsyncDisposable {
  readonly port: number;
}

/** Something that is no daemon: `GET /` looks like one, every POST is answered with this status. Port 0 takes a free one. */
export async function impostor(status: number, wanted = 0): Promise<Impostor> {
  const server = createServer((request, response) => {
    request.resume();
    if (request.method === 'GET') response.writeHead(204).end();
    else response.writeHead(status).end('Hello');
  });
  server.listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : wanted,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
