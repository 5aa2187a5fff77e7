import { refusalStatuses } from '../../shared/refusal.ts';
import type { Route } from '../../shared/route.ts';
import { routes } from '../../shared/routes.ts';
import type { OperationalLog } from '../operational-log.ts';
import { SaidRefused } from '../service/refuse.ts';
import { answerStream } from './answer-stream.ts';
import { fitting } from './fitting.ts';
import type { Caller, HandledRoute, Handlers } from './handler.ts';
import type { Passed } from './passed.ts';
import { provenReply } from './proven-reply.ts';
import { type ReadRequest, readRequest } from './read-request.ts';
import { refusalOf } from './refusal-of.ts';
import { texts } from './texts.ts';

export interface AnswerParts {
  readonly handlers: Handlers;
  readonly log: OperationalLog;
  /** Aborts when the daemon stops. */
  readonly stopping: AbortSignal;
}

/** Every handler, seen without its types: the table has checked them. */
type Called = (asked: ReadRequest & { caller: Caller }, signal: AbortSignal) => unknown;

/** Check 9, then the handler. Whatever comes of it is proven, a refusal too. */
export async function answerProven(
  name: HandledRoute,
  { admitted: { body, language, proven }, response }: Passed,
  { handlers, log, stopping }: AnswerParts,
): Promise<Response> {
  if (!proven) throw new TypeError(`Nobody has proven the request for ${name}.`);
  const route: Route = routes[name];
  const handler = handlers[name] as Called;
  const { client, sid } = proven;
  const caller: Caller = { client: client.origin === '' ? 'cli' : client.id, sid, language };
  try {
    if (route.access === 'cli' && caller.client !== 'cli') throw forTheTerminal();
    const asked = { ...(await readRequest(body, route, proven)), caller };
    if ('reply' in route) {
      const value = fitting(route.reply, await handler(asked, stopping));
      return await provenReply(proven, 200, value);
    }
    const begin = (signal: AbortSignal) => handler(asked, signal) as AsyncGenerator<unknown, void, undefined>;
    return await answerStream(route, begin, { proven, response, language, log, stopping });
  } catch (error) {
    const refusal = refusalOf(error, { path: route.path, language, log });
    return provenReply(proven, refusalStatuses[refusal.kind], refusal);
  }
}

function forTheTerminal(): SaidRefused {
  return new SaidRefused({ kind: 'forbidden', message: texts.forTheTerminal });
}
