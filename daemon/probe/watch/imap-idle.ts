import { setTimeout as sleep } from 'node:timers/promises';
import { type Session, withoutDeadline } from '../session.ts';
import type { Wire } from '../wire/wire.ts';

/** What the server said meanwhile: of a letter, nothing of one, or that it does not do this now. */
export type Idled = 'news' | 'quiet' | 'refused';

/**
 * IDLE (RFC 2177) on the open folder, until the server speaks of a letter or the time is over. The library is kept out of it:
 * it would begin and end one by itself, with commands of its own in between.
 */
export async function idle(session: Session, wire: Wire, forMs: number): Promise<Idled> {
  const over = new AbortController();
  wire.forgetWords();
  wire.takeBack();
  try {
    wire.writeLines(`${tag} IDLE`);
    let news = false;
    let line = await wire.readLine();
    for (; !line.startsWith('+'); line = await wire.readLine()) {
      if (isEnd(line)) return 'refused';
      news ||= isNews(line);
    }
    let next = wire.readLine();
    const endsAt = performance.now() + forMs;
    const time = sleep(forMs, undefined, { signal: AbortSignal.any([session.signal, over.signal]) });
    const timeIsOver = time.catch(() => undefined);
    const wait = async (): Promise<boolean> => {
      // By the clock as well: where lines come without end no timer has its turn.
      while (!news && performance.now() < endsAt) {
        const said = await Promise.race([timeIsOver, next]);
        if (said === undefined) return false;
        // The server ends it by itself.
        if (isEnd(said)) return true;
        news ||= isNews(said);
        next = wire.readLine();
      }
      return false;
    };
    if (await withoutDeadline(session, wait())) return news ? 'news' : 'quiet';
    wire.write('DONE\r\n');
    for (let said = await next; !isEnd(said); said = await wire.readLine()) news ||= isNews(said);
    return news ? 'news' : 'quiet';
  } finally {
    over.abort();
    wire.stream();
  }
}

/** One at a time: the same tag again is no other command's. */
const tag = 'W1';

function isEnd(line: string): boolean {
  return line.startsWith(`${tag} `);
}

function isNews(line: string): boolean {
  return /^\* \d+ (?:EXISTS|RECENT)\b/i.test(line);
}
