import { StringDecoder } from 'node:string_decoder';
import type { Input, Output } from '../terminal.ts';
import { type Typed, type } from './typed-line.ts';

/**
 * Asks on the terminal without echo. The question goes to `stderr`, so that stdout stays the result's.
 * Undefined when the person gave up with Ctrl-C or Ctrl-D.
 */
export function hiddenPrompt(question: string, stdin: Input, stderr: Output): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const decoder = new StringDecoder('utf8');
  let typed: Typed = { text: '', state: 'open' };

  const onData = (chunk: Buffer | string): void => {
    typed = type(typed, typeof chunk === 'string' ? chunk : decoder.write(chunk));
    if (typed.state !== 'open') finish(typed.state === 'done' ? typed.text : undefined);
  };
  const onEnd = (): void => finish(undefined);
  const finish = (answer: string | undefined): void => {
    stdin.off('data', onData).off('end', onEnd);
    stdin.setRawMode?.(false);
    stdin.pause();
    stderr.write('\n');
    resolve(answer);
  };

  // Echo ends before the question is seen: a fast hand must not show the first letters.
  stdin.setRawMode?.(true);
  stdin.on('data', onData).on('end', onEnd).resume();
  stderr.write(question);
  return promise;
}
