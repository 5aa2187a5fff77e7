import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { acceptedLanguage, type Language } from '../../shared/language.ts';
import type { Authorization } from '../../shared/session/request-proof.ts';
import { judge, type GateRules } from './gate.ts';
import { readBody } from './read-body.ts';
import type { RouteRule } from './route-rule.ts';

/** What a request has shown by the time a handler may see it; `proven` is what its proof gave, nothing for an open route. */
export interface Admitted<Proven> {
  readonly route: RouteRule;
  /** Empty without one. */
  readonly origin: string;
  readonly body: Buffer;
  /** That the reply is wanted in. No proof covers it: who changes it on the way changes the words, and nothing else. */
  readonly language: Language;
  readonly proven: Proven | undefined;
}

/** What stands behind the gate. `admit` and `prove` throw an error with the `status` of the refusal. */
export interface Behind<Proven> {
  readonly routes: GateRules['routes'];
  readonly mayCome: GateRules['mayCome'];
  /** Check 7, before the body is read. */
  admit(authorization: string, origin: string): Authorization;
  /** Check 8. */
  prove(
    authorization: Authorization,
    request: { method: string; path: string; body: Buffer },
  ): Promise<Proven>;
  serve(request: IncomingMessage, response: ServerResponse, admitted: Admitted<Proven>): Promise<unknown>;
}

export interface ListenerOptions<Proven> {
  readonly port: number;
  /** Until it is there, only the empty probe is answered; all else waits. */
  readonly behind: Promise<Behind<Proven>>;
  /** Told every refusal, so that somebody can count them. */
  readonly onRefused?: (status: number) => void;
}

/**
 * The local API's door: listens on 127.0.0.1 alone, judges every request on its raw form, and lets
 * through only what is admitted. Rejects with Node's `EADDRINUSE` when the port is taken.
 */
export async function listen<Proven>(
  options: ListenerOptions<Proven>,
): Promise<{ server: Server; port: number }> {
  // Asked once: a server that was told to close has no address any more, and still gets requests on open connections.
  let port = options.port;
  const server = createServer(
    {
      insecureHTTPParser: false,
      joinDuplicateHeaders: false,
      // The gate's own refusal looks like every other.
      requireHostHeader: false,
      maxHeaderSize: 8 * 1024,
      headersTimeout: 5_000,
      requestTimeout: 15_000,
      // With it an idle connection goes within 5.5 s: who was kept out comes in before 6.
      connectionsCheckingInterval: 500,
      keepAliveTimeout: 5_000,
    },
    (request, response) => {
      response.sendDate = false;
      admit(request, response, port, options).catch((error: unknown) => {
        const status = statusOf(error);
        options.onRefused?.(status);
        refuse(response, status);
      });
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
  server.once('listening', () => ({ port } = server.address() as AddressInfo));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: options.port, exclusive: true }, resolve);
  });
  return { server, port };
}

/** Every refusal looks alike: no body, no server, no version; only the status differs. */
export function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, {
    ...always,
    Connection: 'close',
    ...(status === 204 ? {} : { 'Content-Length': 0 }),
  });
  response.end();
}

async function admit<Proven>(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  { behind, onRefused }: ListenerOptions<Proven>,
): Promise<void> {
  if (judge(request, { port, ...nobody }).verdict === 'probe') return refuse(response, 204);
  const { routes, mayCome, ...inside } = await behind;
  const judgement = judge(request, { port, routes, mayCome });
  if (judgement.verdict === 'probe') return refuse(response, 204);
  if (judgement.verdict === 'refused') {
    onRefused?.(judgement.status);
    return refuse(response, judgement.status);
  }
  const { route, origin = '', contentLength } = judgement;
  const isOpen = route.access === 'open';
  const authorization = isOpen ? undefined : inside.admit(request.headers.authorization ?? '', origin);
  const body = await readBody(request, contentLength);
  if (!body) throw new Unreadable();
  const asked = { method: 'POST', path: route.path, body };
  const proven = authorization && (await inside.prove(authorization, asked));
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  const language = acceptedLanguage(request.headers['accept-language']);
  // The adapter takes a body that was read before from here.
  const read = Object.assign(request, { rawBody: body });
  await inside.serve(read, response, { route, origin, body, language, proven });
}

/** Before anything else of the daemon is there. */
const nobody = { routes: new Map<string, RouteRule>(), mayCome: () => false };

const always = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

/** The body was shorter or longer than announced, or its sender went away. */
class Unreadable extends Error {
  readonly status = 400;
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : 500;
}
