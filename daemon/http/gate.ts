import type { IncomingMessage } from 'node:http';
import type { RouteRule } from './route-rule.ts';

export interface GateRules {
  /** The port that the daemon listens on. */
  readonly port: number;
  readonly routes: ReadonlyMap<string, RouteRule>;
  /** Well-formed origins come here: is it a paired client's, or is a pairing window open? */
  readonly mayCome: (origin: string) => boolean;
}

export type Judgement =
  | { verdict: 'refused'; status: number }
  /** `GET /`: there is a daemon, and no more. */
  | { verdict: 'probe' }
  | { verdict: 'passed'; route: RouteRule; origin: string | undefined; contentLength: number };

/**
 * Checks 1 to 6 of the local API's gate, in their order, on the raw request: before any framework and
 * before the body is read. Default-deny: a route is reachable only through the table.
 */
export function judge(request: IncomingMessage, rules: GateRules): Judgement {
  for (const check of checks) {
    const status = check(request, rules);
    if (status !== undefined) return { verdict: 'refused', status };
  }
  if (request.method === 'GET') return { verdict: 'probe' };
  const route = rules.routes.get(request.url ?? '');
  if (!route) return { verdict: 'refused', status: 404 };
  const status = contentCheck(request, route);
  if (status !== undefined) return { verdict: 'refused', status };
  const contentLength = Number(one(request, 'content-length') ?? 0);
  return { verdict: 'passed', route, origin: one(request, 'origin'), contentLength };
}

type Check = (request: IncomingMessage, rules: GateRules) => number | undefined;

const checks: Check[] = [
  (request) => (request.httpVersion === '1.1' ? undefined : 505),
  // Node keeps the first of two Hosts and joins two Origins: only `headersDistinct` shows both.
  (request) => (singles.every((name) => (request.headersDistinct[name] ?? []).length <= 1) ? undefined : 400),
  (request, { port }) => {
    const host = one(request, 'host');
    if (host === undefined) return 400;
    return host === `127.0.0.1:${port}` ? undefined : 403;
  },
  (request, { mayCome }) => {
    const origin = one(request, 'origin');
    return origin === undefined || (isExtension(origin) && mayCome(origin)) ? undefined : 403;
  },
  (request) => {
    const site = (request.headersDistinct['sec-fetch-site'] ?? []).join();
    return ['', 'none', 'same-origin'].includes(site) ? undefined : 403;
  },
  (request, { routes }) => {
    if (request.method === 'OPTIONS') return 403;
    const target = request.url ?? '';
    if (target === '/') return request.method === 'GET' ? undefined : 405;
    if (!/^\/[a-z0-9/-]{0,127}$/.test(target) || !routes.has(target)) return 404;
    return request.method === 'POST' ? undefined : 405;
  },
];

function contentCheck(request: IncomingMessage, { bodyLimit }: RouteRule): number | undefined {
  const type = one(request, 'content-type')?.toLowerCase() ?? '';
  if (!/^application\/json(?: *; *charset=utf-8)?$/.test(type)) return 415;
  if (unwanted.some((name) => request.headersDistinct[name])) return 415;
  const length = one(request, 'content-length') ?? '0';
  return /^\d{1,9}$/.test(length) && Number(length) <= bodyLimit ? undefined : 413;
}

const singles = ['host', 'origin', 'content-type', 'content-length', 'authorization', 'sec-fetch-site'];
const unwanted = ['content-encoding', 'expect', 'transfer-encoding'];

function one(request: IncomingMessage, name: string): string | undefined {
  return request.headersDistinct[name]?.[0];
}

function isExtension(origin: string): boolean {
  return /^chrome-extension:\/\/[a-p]{32}$|^moz-extension:\/\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(
    origin,
  );
}
