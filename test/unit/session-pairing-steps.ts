import type { Post } from '../../shared/session/messages.ts';
import { pair } from '../../shared/session/pairing-client.ts';
import { type Browser, type Daemon, makeBrowser, makeDaemon } from './session-ends.ts';
import { b64 } from './session-reference.ts';

export const code = 'ABCDEFGHJKMNPQRS';

export async function windowOf(own: Partial<Browser> = {}): Promise<{ daemon: Daemon; browser: Browser }> {
  const [daemon, browser] = await Promise.all([makeDaemon(), makeBrowser(own)]);
  daemon.pairing.open(code);
  return { daemon, browser };
}

export async function standing(): Promise<{ daemon: Daemon; browser: Browser }> {
  const [daemon, browser] = await Promise.all([makeDaemon(), makeBrowser()]);
  daemon.pairing.stand();
  return { daemon, browser };
}

/** A pairing that stops before its finish; the result sends it. */
export async function waiting(
  daemon: Daemon,
  browser: Browser,
  known: string = code,
): Promise<() => Promise<unknown>> {
  const { promise, resolve, reject } = Promise.withResolvers<() => Promise<unknown>>();
  const post: Post = async (path, body) => {
    if (path === '/pair/start') return daemon.post()(path, body);
    resolve(() => daemon.post()(path, body));
    return new Promise(() => {});
  };
  pair(post, { ...browser, code: known }).catch(reject);
  return promise;
}

/** A pairing whose finish carries noise in one field. */
export function spoilt(daemon: Daemon, browser: Browser, field: 'mac' | 'sig', known: string = code) {
  const noise = b64(crypto.getRandomValues(new Uint8Array(field === 'mac' ? 32 : 64)));
  const post: Post = (path, body) =>
    daemon.post()(path, path === '/pair/finish' ? { ...body, [field]: noise } : body);
  return pair(post, { ...browser, code: known });
}

export function listening(post: Post): {
  post: Post;
  sent: { path: string; body: Record<string, unknown> }[];
} {
  const sent: { path: string; body: Record<string, unknown> }[] = [];
  return {
    sent,
    post: (path, body) => {
      sent.push({ path, body });
      return post(path, body);
    },
  };
}
