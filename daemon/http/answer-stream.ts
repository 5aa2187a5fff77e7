import type { ServerResponse } from 'node:http';
import type * as z from 'zod/mini';
import type { Language } from '../../shared/language.ts';
import type { StreamRoute } from '../../shared/route.ts';
import type { DaemonRequest } from '../../shared/session/daemon-request.ts';
import type { OperationalLog } from '../operational-log.ts';
import { begun } from './begun.ts';
import { fitting } from './fitting.ts';
import { refusalOf } from './refusal-of.ts';
import { SaidRefused } from '../service/refuse.ts';
import { streamReply } from './stream-reply.ts';

interface StreamParts {
  readonly proven: DaemonRequest;
  readonly response: ServerResponse;
  readonly language: Language;
  readonly log: OperationalLog;
  readonly stopping: AbortSignal;
}

/** What no event may be longer than, in characters (security §2). */
const longestLine = 65_536;
/** So long a stream may refuse before it has begun. */
const firstLineMs = 250;
/** So long a reader may take what was sent before its stream was cut. */
const lastReadMs = 500;

/**
 * The reply that gives each value as a proven line, until they end, the client leaves, its session ends or the
 * daemon stops; `begin` gets the signal of the last three. Throws what the stream throws before it has begun.
 */
export async function answerStream(
  { line, path }: StreamRoute,
  begin: (signal: AbortSignal) => AsyncGenerator<unknown, void, undefined>,
  { proven, response, language, log, stopping }: StreamParts,
): Promise<Response> {
  const left = new AbortController();
  const leave = () => left.abort();
  const signal = AbortSignal.any([left.signal, stopping]);
  const writer = proven.stream(leave);
  response.once('close', leave);
  const onEnd = () => {
    response.off('close', leave);
    writer.close();
  };
  const onCut = () => {
    leave();
    writer.close();
  };
  // A reader that does not read would hold on to what was cut.
  const drop = () => setTimeout(() => response.destroy(), lastReadMs).unref();
  signal.addEventListener('abort', drop, { once: true });
  try {
    const lines = asLines(await begun(begin(signal), firstLineMs), line);
    const onBreak = (error: unknown) => {
      const { kind } = refusalOf(error, { path, language, log });
      // Its sentence finds no way to the reader any more.
      if (error instanceof SaidRefused) log.warn({ path, kind, reason: error.message }, 'stream refused');
      onCut();
    };
    return new Response(streamReply({ lines, writer, signal, onBreak, onCut, onEnd }), {
      headers: { 'Content-Type': 'application/x-ndjson' },
    });
  } catch (error) {
    signal.removeEventListener('abort', drop);
    onEnd();
    throw error;
  }
}

async function* asLines(
  values: AsyncGenerator<unknown, void, undefined>,
  schema: z.ZodMiniType,
): AsyncGenerator<string, void, undefined> {
  for await (const value of values) {
    const line = JSON.stringify(fitting(schema, value));
    if (line.length > longestLine) throw new RangeError('An event is longer than a line may be.');
    yield line;
  }
}
