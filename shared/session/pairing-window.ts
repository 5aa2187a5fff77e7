import { makePairingCode } from './pairing-code.ts';
import { SessionFailure } from './session-failure.ts';

/** While it is open, one client can pair with its code. `Exchange` is what the daemon keeps between start and finish. */
export interface PairingWindow<Exchange> {
  readonly code: string;
  /** Counts a start; fails once the window is shut. The twentieth start burns the code. */
  enter(): void;
  keep(pairId: string, exchange: Exchange): void;
  /** The exchange, once; counts a try before its proof is looked at, so that tries at once are counted too. */
  take(pairId: string): Exchange;
  /** The proof did not hold. The fifth time burns the code. */
  fail(): void;
  /** The proof held: the code is spent, unless another client was faster or the window shut meanwhile. */
  win(): void;
  /** Why nobody can pair any more; `undefined` while somebody can. */
  shut(): 'expired' | 'burnt' | 'conflict' | undefined;
  /** A shut window still says why it is shut, until the time of a window is over. */
  isOver(): boolean;
}

const windowMs = 120_000;
const mostTries = 5;
const mostStarts = 20;

/** `nowMs` is monotonic. A standing window has no end in time; one that the command line opens has. */
export function pairingWindow<Exchange>(
  nowMs: () => number,
  { code = makePairingCode(), standing }: { code?: string; standing: boolean },
): PairingWindow<Exchange> {
  const openedMs = nowMs();
  const exchanges = new Map<string, Exchange | 'taken'>();
  let starts = 0;
  let tries = 0;
  let failures = 0;
  let ended: { why: 'burnt' | 'conflict'; atMs: number } | undefined;

  const end = (why: 'burnt' | 'conflict') => {
    ended ??= { why, atMs: nowMs() };
  };
  const shut = () => {
    if (ended) return ended.why;
    return !standing && nowMs() - openedMs >= windowMs ? 'expired' : undefined;
  };
  const mustBeOpen = () => {
    const why = shut();
    if (why) throw new SessionFailure(why);
  };

  return {
    code,
    shut,
    isOver: () => shut() !== undefined && nowMs() - (ended && standing ? ended.atMs : openedMs) >= windowMs,
    enter() {
      mustBeOpen();
      starts++;
      if (starts >= mostStarts) end('burnt');
      mustBeOpen();
    },
    keep(pairId, exchange) {
      mustBeOpen();
      exchanges.set(pairId, exchange);
    },
    take(pairId) {
      mustBeOpen();
      const exchange = exchanges.get(pairId);
      if (exchange === undefined) throw new SessionFailure('unknown_exchange');
      if (exchange === 'taken') throw new SessionFailure('replayed');
      if (tries >= mostTries) throw new SessionFailure('burnt');
      tries++;
      exchanges.set(pairId, 'taken');
      return exchange;
    },
    fail() {
      failures++;
      if (failures >= mostTries) end('burnt');
    },
    win() {
      mustBeOpen();
      end('conflict');
    },
  };
}
