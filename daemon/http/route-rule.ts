/** What the gate must know of a route before a handler may see the request. */
export interface RouteRule {
  readonly path: string;
  /** `open` routes carry their own proof (pairing, session start); all others need a live session. */
  readonly access: 'open' | 'session';
  /** Octets of the body at most. */
  readonly bodyLimit: number;
}

/** 64 KiB; an import may take more. */
export const usualBodyLimit = 64 * 1024;
