import type * as z from 'zod/mini';

/** Who may come: anyone who proves a pairing or session by the message itself, a paired client, or the command line alone. */
export type RouteAccess = 'open' | 'client' | 'cli';

interface RouteRules {
  readonly path: string;
  readonly access: RouteAccess;
  readonly body: z.ZodMiniType;
  /** Fields of the body that travel sealed, in the order of their index. */
  readonly sealed?: readonly string[];
  /** Octets of the body at most; 64 KiB when left out. */
  readonly bodyLimit?: number;
}

/** Answered by one JSON value. */
export interface CallRoute extends RouteRules {
  readonly reply: z.ZodMiniType;
}

/** Answered by lines of JSON (`application/x-ndjson`), for as long as they come. */
export interface StreamRoute extends RouteRules {
  readonly line: z.ZodMiniType;
}

/** One way into the daemon: always POST, JSON in, JSON or lines of JSON out (security §2). */
export type Route = CallRoute | StreamRoute;
