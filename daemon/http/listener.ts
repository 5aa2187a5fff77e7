import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { judge, type GateRules } from './gate.ts';
import { readBody } from './read-body.ts';

/** What a request has shown by the time a handler may see it. */
export interface Admitted {
  readonly path: string;
  readonly origin: string | undefined;
  readonly authorization: string | undefined;
  readonly body: Buffer;
}

export interface ListenerOptions {
  port: number;
  routes: GateRules['routes'];
  mayCome: GateRules['mayCome'];
  /** Checks 7 and 8, for routes with access `session`: is this a live session, and does its proof hold? */
  authenticate: (admitted: Admitted) => Promise<boolean>;
  /** The framework behind the gate. */
  fetch: (request: Request) => Response | Promise<Response>;
}

/**
 * The local API's door: listens on 127.0.0.1 alone, judges every request on its raw form, and lets
 * through only what is admitted. Rejects with Node's `EADDRINUSE` when the port is taken.
 */
export async function listen(options: ListenerOptions): Promise<{ server: Server; port: number }> {
  const behind = getRequestListener(options.fetch, { overrideGlobalObjects: false });
  const server = createServer(
    {
      insecureHTTPParser: false,
      joinDuplicateHeaders: false,
      // The gate's own refusal looks like every other.
      requireHostHeader: false,
      maxHeaderSize: 8 * 1024,
      headersTimeout: 5_000,
      requestTimeout: 15_000,
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: 5_000,
    },
    (request, response) => {
      admit(request, response, server, options, behind).catch(() => refuse(response, 500));
    },
  );
  server.maxConnections = 64;
  server.maxHeadersCount = 64;
  for (const event of ['upgrade', 'connect', 'clientError'] as const) {
    server.on(event, (...[first, second]: { destroy?: () => void }[]) =>
      (second?.destroy ? second : first)?.destroy?.(),
    );
  }
  // The gate refuses these by their header; without a listener Node would answer `100 Continue` first.
  for (const event of ['checkContinue', 'checkExpectation'] as const) {
    server.on(event, (request: IncomingMessage) => request.socket.destroy());
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: options.port, exclusive: true }, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}

async function admit(
  request: IncomingMessage,
  response: ServerResponse,
  server: Server,
  options: ListenerOptions,
  behind: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<void> {
  response.sendDate = false;
  const { port } = server.address() as AddressInfo;
  const judgement = judge(request, { port, routes: options.routes, mayCome: options.mayCome });
  if (judgement.verdict === 'refused') return refuse(response, judgement.status);
  if (judgement.verdict === 'probe') return refuse(response, 204);
  const { route, origin, contentLength } = judgement;
  const body = await readBody(request, contentLength);
  if (!body) return refuse(response, 400);
  const admitted: Admitted = { path: route.path, origin, authorization: request.headers.authorization, body };
  if (route.access === 'session' && !(await options.authenticate(admitted))) return refuse(response, 401);
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  // The adapter takes a body that was read before from here.
  await behind(Object.assign(request, { rawBody: body }), response);
}

/** Every refusal looks alike: no body, no server, no version; only the status differs. */
function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, {
    ...always,
    Connection: 'close',
    ...(status === 204 ? {} : { 'Content-Length': 0 }),
  });
  response.end();
}

const always = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
