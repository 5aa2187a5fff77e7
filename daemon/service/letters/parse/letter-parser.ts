import { Worker } from 'node:worker_threads';
import { oneAtATime } from '../../../store/secrets/one-at-a-time.ts';
import { freeOctets } from './free-octets.ts';
import type { ParsedLetter } from './parsed-letter.ts';
import type { RawLetter } from './parse-letter.ts';

export interface LetterParser {
  /** In order of asking. Takes the octets over, and frees them. Undefined for a letter that could not even be read as plain text. Never rejects. */
  parse(letter: RawLetter): Promise<ParsedLetter | undefined>;
  end(): Promise<void>;
}

interface Options {
  /** For one letter. */
  timeoutMs?: number;
  /** For tests: what stands in for the parser. */
  program?: URL;
}

/** A thread costs some megabytes; between two checks of a quiet mailbox there is none. */
const idleMs = 20_000;
const mostMegabytes = 64;

/**
 * Reads letters in a thread of its own: what a sender made to hang or to swell a parser ends that thread, never the
 * daemon, and the letter is read once more as plain text.
 */
export function letterParser({ timeoutMs = 5_000, program = usual }: Options = {}): LetterParser {
  const inTurn = oneAtATime();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;

  async function drop(): Promise<void> {
    const dropped = worker;
    worker = undefined;
    await dropped?.terminate();
  }

  function begin(): Worker {
    const begun = new Worker(program, {
      name: 'letter parser',
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 4 },
    });
    // What ends it while nobody waits must not end the daemon; the next letter begins another.
    begun.on('error', () => undefined);
    return begun.on('exit', () => {
      if (worker === begun) worker = undefined;
    });
  }

  async function attempt(letter: RawLetter): Promise<ParsedLetter | undefined> {
    worker ??= begin();
    const asked = worker;
    const answer = Promise.withResolvers<{ parsed: ParsedLetter } | undefined>();
    const fail = () => answer.resolve(undefined);
    const timer = setTimeout(fail, timeoutMs);
    asked.once('message', answer.resolve).once('error', fail).once('exit', fail);
    // A copy that is handed over: what is cloned would be the whole buffer that these octets are a part of.
    const raw = Uint8Array.from(letter.raw);
    asked.postMessage({ letter: { ...letter, raw } }, [raw.buffer]);
    const parsed = (await answer.promise)?.parsed;
    clearTimeout(timer);
    asked.off('message', answer.resolve).off('error', fail).off('exit', fail);
    if (!parsed) await drop();
    return parsed;
  }

  return {
    parse: (letter) =>
      inTurn(async () => {
        clearTimeout(idle);
        const parsed = (await attempt(letter)) ?? (await attempt({ ...letter, asItCame: true }));
        freeOctets(letter.raw);
        idle = setTimeout(() => void inTurn(drop), idleMs).unref();
        return parsed;
      }),
    end: () => {
      clearTimeout(idle);
      return inTurn(drop);
    },
  };
}

const usual = new URL('letter-parser-worker.ts', import.meta.url);
