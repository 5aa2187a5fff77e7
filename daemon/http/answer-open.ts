import { refusalStatuses, Refused } from '../../shared/refusal.ts';
import { SessionFailure } from '../../shared/session/session-failure.ts';
import { errorPlaces } from '../error-places.ts';
import type { OperationalLog } from '../operational-log.ts';
import type { Admitted } from './listener.ts';
import type { OpenHandler } from './open-routes.ts';
import { jsonOf } from './read-request.ts';

/** The reply to a message that proves itself, or the status that a stranger is refused with. */
export async function answerOpen(
  handler: OpenHandler,
  { body, origin, route }: Pick<Admitted<never>, 'body' | 'origin' | 'route'>,
  log: OperationalLog,
): Promise<Response | { refused: number }> {
  try {
    const reply = await handler(jsonOf(body), origin);
    return reply ? Response.json(reply) : new Response(null, { status: 204 });
  } catch (error) {
    if (error instanceof SessionFailure && error.status !== undefined) return { refused: error.status };
    if (error instanceof Refused) return { refused: refusalStatuses[error.refusal.kind] };
    log.error({ path: route.path, ...errorPlaces(error) }, 'request failed');
    return { refused: 500 };
  }
}
