import { openPost } from '../../shared/daemon-post.ts';
import { generateIdentity } from '../../shared/session/identity.ts';
import { toBase64url } from '../../shared/session/base64url.ts';
import { pair } from '../../shared/session/pairing-client.ts';
import { randomBytes } from '../../shared/session/web-crypto.ts';
import { fromOrigin } from './from-origin.ts';

/** A pairing that knows the code and sends a proof that does not hold, as a guess does. Rejects, unless it was let in. */
export async function spoiltPairing(port: number, { code, origin }: { code: string; origin: string }) {
  const post = openPost(port);
  const identity = await generateIdentity();
  const facts = { identity, name: 'Guest', origin, port, code };
  await fromOrigin(origin, () =>
    pair(
      (path, body) =>
        post(path, path === '/pair/finish' ? { ...body, mac: toBase64url(randomBytes(32)) } : body),
      facts,
    ),
  );
}
