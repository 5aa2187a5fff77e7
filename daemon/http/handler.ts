import type { Language } from '../../shared/language.ts';
import type {
  RouteBody,
  RouteLine,
  RouteName,
  RouteReply,
  routes,
  SealedField,
  StreamName,
} from '../../shared/routes.ts';
import type { Secret } from '../secret.ts';

type Routes = typeof routes;

/** Routes whose messages prove themselves: pairing, and the start of a session. */
export type OpenRoute = { [N in RouteName]: Routes[N]['access'] extends 'open' ? N : never }[RouteName];

/** Routes behind a session: each has one handler. */
export type HandledRoute = Exclude<RouteName, OpenRoute>;

/** Who asks, in which session and which language: the command line, or a paired browser by its id. */
export interface Caller {
  readonly client: string;
  readonly sid: string;
  readonly language: Language;
}

type Opened<N extends RouteName> = {
  readonly [F in SealedField<N> & keyof RouteBody<N>]: undefined extends RouteBody<N>[F]
    ? Secret | undefined
    : Secret;
};

interface Asked<N extends RouteName> {
  readonly body: RouteBody<N>;
  readonly secrets: Opened<N>;
  readonly caller: Caller;
}

/** Answers one route: by a value, or by lines until the signal aborts. Throws `Refused`. */
export type Handler<N extends HandledRoute> = N extends StreamName
  ? (asked: Asked<N>, signal: AbortSignal) => AsyncGenerator<RouteLine<N>, void, undefined>
  : N extends Exclude<HandledRoute, StreamName>
    ? (asked: Asked<N>) => Promise<RouteReply<N>>
    : never;

/** One for each route: one that is missing does not compile. */
export type Handlers = { readonly [N in HandledRoute]: Handler<N> };
