import { ConnectionTrouble } from './connection-trouble.ts';
import { type Reply, type Signal, TextDecoder } from './web-platform.ts';

/** Longer lines are nobody's of ours (security §2). */
const longestLine = 65_536;

/** The lines of a body as they arrive. A body that breaks off ends the lines: whether that was the end, proofs say. */
export async function* jsonLines(reply: Reply, signal: Signal): AsyncGenerator<string, void, undefined> {
  const reader = reply.body?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    while (!signal.aborted) {
      const { done, value } = await reader.read();
      if (done) return;
      const [first = '', ...more] = decoder.decode(value, { stream: true }).split('\n');
      rest += first;
      for (const piece of more) {
        yield rest;
        rest = piece;
      }
      if (rest.length > longestLine) throw new ConnectionTrouble('stranger');
    }
  } catch (error) {
    if (error instanceof ConnectionTrouble) throw error;
    throw new ConnectionTrouble('lost', { cause: error });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
