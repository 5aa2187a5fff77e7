import type { TestEvent } from '../../../shared/event.ts';
import type { WalkRequest } from '../open-session.ts';
import { runWalk, type TestOptions } from '../run.ts';
import type { Probe } from '../session.ts';
import { contractWords } from '../contract-words.ts';
import { Scrubber } from '../redaction/scrubber.ts';
import type { FetchedLetter, FetchOrder } from './fetch-order.ts';
import type { SourceOrder } from './source-order.ts';

/** So long one step may take: the way to the mailbox, or one batch of letters. */
const stepMs = 60_000;

/** Fetches letters, told as a test is. Never throws: what goes wrong, in the order's own functions too, is a `failed` event. */
export function runFetch(
  request: WalkRequest,
  order: FetchOrder,
  options: TestOptions = {},
): AsyncGenerator<TestEvent, void> {
  // Outside of events too no word of a server is handed on as it came.
  const scrubber = new Scrubber([request.password], { keep: contractWords });
  const said = (letter: FetchedLetter) =>
    letter.refused === undefined ? letter : { ...letter, refused: scrubber.scrub(letter.refused) };
  const safe: FetchOrder = {
    ...order,
    take: ({ letters, ...rest }) => order.take({ ...rest, letters: letters.map(said) }),
  };
  const load = async (): Promise<Probe> => {
    if (request.settings.type === 'pop3') return (await import('./fetch-pop3.ts')).fetchPop3(safe);
    return (await import('./fetch-imap.ts')).fetchImap(safe);
  };
  return runWalk(request, load, { timeoutMs: stepMs, ...options }, 'A step of the fetch');
}

/** Reads one letter whole, told as {@link runFetch} tells it. */
export function runSource(
  request: WalkRequest,
  order: SourceOrder,
  options: TestOptions = {},
): AsyncGenerator<TestEvent, void> {
  const load = async (): Promise<Probe> => {
    if (request.settings.type === 'pop3') return (await import('./source-pop3.ts')).sourcePop3(order);
    return (await import('./source-imap.ts')).sourceImap(order);
  };
  return runWalk(request, load, { timeoutMs: stepMs, ...options }, 'A step of the reading');
}
