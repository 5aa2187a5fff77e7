import type { Bytes } from '../../shared/session/web-crypto.ts';
import { utf8 } from '../../shared/session/web-crypto.ts';
import type { StreamWriter } from '../../shared/session/stream-proof.ts';
import { readyTogether } from './ready-together.ts';

interface Lines {
  /** Each a line of JSON, without its line feed. */
  readonly lines: AsyncGenerator<string, void, undefined>;
  readonly writer: StreamWriter;
  /** The stream is cut: nobody may or can read on. */
  readonly signal: AbortSignal;
  /** The lines have failed. */
  readonly onBreak: (error: unknown) => void;
  /** The signal has aborted, or the reader has left. */
  readonly onCut: () => void;
  /** The end was sent. */
  readonly onEnd: () => void;
}

/**
 * The body of a stream: proven lines, and the line that ends it when the lines have ended. A stream that is cut or
 * broken simply stops: its reader sees that the end is missing. It never fails, since the adapter would print why.
 */
export function streamReply({ lines, writer, signal, onBreak, onCut, onEnd }: Lines): ReadableStream<Bytes> {
  const batches = readyTogether(lines, signal);
  let left = false;
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        try {
          const batch = await batches.next();
          if (signal.aborted) {
            onCut();
            return controller.close();
          }
          const text = utf8(batch ? await writer.write(batch) : await writer.end());
          // The reader may have left meanwhile: nobody takes the lines then.
          if (left) return;
          controller.enqueue(text);
          if (batch) return;
          onEnd();
          controller.close();
        } catch (error) {
          if (left) return;
          onBreak(error);
          controller.close();
        }
      },
      cancel() {
        left = true;
        batches.leave();
        onCut();
      },
    },
    { highWaterMark: 0 },
  );
}
