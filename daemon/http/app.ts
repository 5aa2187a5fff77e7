import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import type { Route } from '../../shared/route.ts';
import { type RouteName, routes } from '../../shared/routes.ts';
import { answerOpen } from './answer-open.ts';
import { type AnswerParts, answerProven } from './answer-proven.ts';
import type { HandledRoute, OpenRoute } from './handler.ts';
import { refuse } from './listener.ts';
import type { OpenHandler } from './open-routes.ts';
import type { Passed } from './passed.ts';

interface AppParts extends AnswerParts {
  readonly open: Readonly<Record<OpenRoute, OpenHandler>>;
}

/** The route table, mounted behind the gate. What the gate has not found a proof for reaches open routes alone. */
export function mountedRoutes({ open, ...parts }: AppParts): Hono<{ Bindings: Passed }> {
  const app = new Hono<{ Bindings: Passed }>();
  for (const [name, route] of Object.entries<Route>(routes)) {
    app.post(route.path, async ({ env: { admitted, response } }) => {
      if (isOpen(name)) {
        const reply = await answerOpen(open[name], admitted, parts.log);
        if (reply instanceof Response) return reply;
        refuse(response, reply.refused);
        return RESPONSE_ALREADY_SENT;
      }
      return answerProven(name as HandledRoute, { admitted, response }, parts);
    });
  }
  return app;
}

function isOpen(name: string): name is OpenRoute {
  return routes[name as RouteName].access === 'open';
}
