import { KnownFailure } from '../known-failure.ts';
import type { Pop3Client } from '../pop3-client.ts';
import { closePop3, openPop3 } from '../pop3-session.ts';
import { type Probe, stage, withoutDeadline } from '../session.ts';
import { type FetchedLetter, type FetchOrder, mostOctets } from './fetch-order.ts';

const inBatch = 20;
/** Lines of the body that TOP asks for (RFC 1939 §7): more than most letters have beside their attachments. */
const topLines = 400;
/** Of a letter larger than this TOP asks for the headers alone, and RETR for none: a line may be as long as the letter. */
const largest = { top: 32 * 1024 * 1024, whole: 1024 * 1024 };

/** Fetches what is wanted of the maildrop, oldest first; nothing is deleted. */
export function fetchPop3(order: FetchOrder): Probe {
  return async function* (session) {
    const { wire, client, capabilities } = yield* openPop3(session);

    yield* stage(session, 'mailbox', async () => {
      const listed = await client.uidls();
      const { positions, left } = await order.unseen(listed.map(({ uidl }) => uidl));
      const sizes = positions.length > 0 ? await client.sizes() : new Map<number, number>();
      order.begin({ coming: positions.length, left });
      const wanted = positions.flatMap((position): Wanted[] => {
        const { number = 0, uidl: uid = '' } = listed[position] ?? {};
        return number > 0 ? [{ number, uid, octets: sizes.get(number) ?? 0 }] : [];
      });
      client.letterLimits = { kept: mostOctets, most: 2 * largest.top };
      const ask = asker(client, capabilities);
      for (let at = 0; at < wanted.length; at += inBatch) {
        const letters = await ask(wanted.slice(at, at + inBatch));
        await withoutDeadline(session, order.take({ letters }));
      }
      const newest = listed.slice(-10).map(({ uidl }) => uidl);
      return { result: undefined, evidence: { count: listed.length, newest: newest.toReversed() } };
    });

    yield* closePop3(session, wire, { sent: false });
  };
}

interface Wanted {
  uid: string;
  number: number;
  octets: number;
}

/** Asks for letters one after the other, with TOP while the server takes it. */
function asker(client: Pop3Client, capabilities: readonly string[]) {
  let top = capabilities.length === 0 || capabilities.includes('TOP');

  const commandFor = ({ number, octets }: Wanted): string[] => {
    if (top) return ['TOP', String(number), String(octets > largest.top ? 0 : topLines)];
    return octets > largest.whole ? [] : ['RETR', String(number)];
  };

  async function one(wanted: Wanted): Promise<FetchedLetter> {
    const { uid, octets, number } = wanted;
    const command = commandFor(wanted);
    if (command.length === 0) return { uid, octets };
    const found = await client.letter(command);
    if ('raw' in found) return { uid, octets: Math.max(octets, found.raw.length), raw: found.raw };
    // A server older than CAPA does not say beforehand that it knows no TOP.
    if (top && capabilities.length === 0) {
      top = false;
      return one(wanted);
    }
    if (passing.test(found.refused)) {
      throw new KnownFailure('server_temporary', `Letter ${number} is not given out now.`, {
        reply: found.refused,
      });
    }
    return { uid, octets, refused: found.refused };
  }

  return async (wanted: readonly Wanted[]): Promise<FetchedLetter[]> => {
    if (capabilities.includes('PIPELINING')) {
      client.sendAhead(...wanted.map((letter) => commandFor(letter).join(' ')).filter(Boolean));
    }
    const letters: FetchedLetter[] = [];
    for (const letter of wanted) letters.push(await one(letter));
    return letters;
  };
}

/** Response codes of what passes (RFC 2449 §8, RFC 3206). */
const passing = /\[(?:SYS\/TEMP|IN-USE|LOGIN-DELAY)\]/i;
