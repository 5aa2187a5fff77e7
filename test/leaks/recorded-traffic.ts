import type { Left } from './find-leaks.ts';

/** What this process fetches: every byte that goes out and that comes back, streams as far as they were read. */
export interface RecordedTraffic extends Disposable {
  readonly left: readonly Left[];
}

export function recordedTraffic(): RecordedTraffic {
  const bare = globalThis.fetch;
  const left: Left[] = [];
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    left.push([`request to ${url}`, JSON.stringify(init?.headers ?? {})]);
    if (init?.body instanceof Uint8Array) left.push([`request to ${url}`, init.body]);
    const reply = await bare(input, init);
    left.push([`reply of ${url}`, JSON.stringify([...reply.headers])]);
    const keep = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        left.push([`reply of ${url}`, chunk.slice()]);
        controller.enqueue(chunk);
      },
    });
    const { status, headers } = reply;
    return new Response(reply.body?.pipeThrough(keep) ?? null, { status, headers });
  };
  return { left, [Symbol.dispose]: () => void (globalThis.fetch = bare) };
}
