import type { Route, RouteAccess } from '../../shared/route.ts';

/** What the gate must know of a route before a handler may see the request. */
export interface RouteRule {
  readonly path: string;
  readonly access: RouteAccess;
  /** Octets of the body at most. */
  readonly bodyLimit: number;
}

/** 64 KiB; an import may take more. */
export const usualBodyLimit = 64 * 1024;

/** The rules by path. */
export function routeRules(routes: Readonly<Record<string, Route>>): ReadonlyMap<string, RouteRule> {
  return new Map(
    Object.values(routes).map(({ path, access, bodyLimit = usualBodyLimit }) => [
      path,
      { path, access, bodyLimit },
    ]),
  );
}
