// The peer of the daemon's start: the same framework with nothing behind it.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.get('/', (context) => context.body(null, 204));
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.argv[2]) });
