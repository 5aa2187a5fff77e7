import { once } from 'node:events';
import { createServer } from 'node:http';

/** Something on a port that is no daemon, and answers every POST with this status; `GET /` looks like a daemon's. */
export async function impostor(port: number, status: number): Promise<AsyncDisposable> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(request.method === 'GET' ? 204 : status).end(request.method === 'GET' ? '' : 'Hello');
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
