import type { Account } from '../../../../shared/account.ts';
import { hostOf } from '../../../../shared/endpoint-binding.ts';
import type { TestEvent } from '../../../../shared/event.ts';
import type { Failure } from '../../../../shared/failure.ts';
import type { Id } from '../../../../shared/id.ts';
import type { Stage } from '../../../../shared/stage.ts';
import type { FetchedBatch } from '../../../probe/fetch/fetch-order.ts';
import { runFetch } from '../../../probe/fetch/run-fetch.ts';
import type { Secret } from '../../../secret.ts';
import type { Mailbox, NewLetter } from '../../../store/mailboxes.ts';
import type { Person } from '../../../store/person.ts';
import type { RemoteTables } from '../../../store/store-port.ts';
import { SaidRefused } from '../../refuse.ts';
import type { Lanes } from '../../tests/lanes.ts';
import type { LockOutGuard } from '../../tests/lock-out-guard.ts';
import type { LetterParser } from '../parse/letter-parser.ts';
import { letterFields } from './letter-fields.ts';
import { texts } from './texts.ts';

/** Of a mailbox that is fetched for the first time, or after a long while, so many letters are recorded: the newest. */
const mostAtOnce = 10_000;
/** One message to the store's thread, so that neither side holds up the other. */
const mostCharacters = 128 * 1024;
/** A list of letters in the Main Log is not longer. */
const mostNamed = 20;

export interface FetchAsked {
  account: Account;
  byDefault: boolean;
  who: Person;
  password: (signal: AbortSignal) => Promise<Secret>;
  signal: AbortSignal;
  progress?: ((now: FetchCount & { coming: number }) => Promise<void>) | undefined;
}

interface FetchCount {
  /** New on record. */
  letters: number;
  /** Of them, sent to their own sender. */
  ignored: number;
}

export interface FetchEnd extends FetchCount {
  /** Of them, those that could not be read. */
  unread: number;
  /** Older ones that were left on the server, unrecorded. */
  left: number;
  /** The first of them. */
  named: { id: Id; sender: string }[];
  failed?: { stage: Stage; failure: Failure };
}

interface Parts {
  store: RemoteTables;
  guard: LockOutGuard;
  /** One login with a stored password at a time, tests and all. */
  turns: Lanes;
  parser: LetterParser;
  changed: () => void;
}

/** By whose numbers an account's letters are known. */
export function endpointOf({ connection: { type, server, username } }: Account): string {
  return JSON.stringify([type, hostOf(server), username]);
}

/**
 * Gives the function that fetches once: a login that is refused counts as a test's does. What the server does wrong is in its
 * value; throws `Refused` for what comes before, or when the letters cannot be recorded, and the signal's reason.
 */
export function letterFetcher({ store, guard, turns, parser, changed }: Parts) {
  return async ({ account, byDefault, who, password, signal, progress }: FetchAsked): Promise<FetchEnd> => {
    const { id, connection } = account;
    const leave = await turns.enter(id, signal);
    try {
      await guard.check(id);
      // Counted before it is read: a password that is typed in between is not spoken of.
      const passwordChanges = await store.accounts.passwordChanges(id);
      const secret = await password(signal);
      signal.throwIfAborted();
      const end: FetchEnd = { letters: 0, ignored: 0, unread: 0, left: 0, named: [] };
      const request = { settings: { ...connection, debug: false }, password: secret };
      const stop = new AbortController();
      const taking = takenBy({ account, byDefault, who, end, progress });
      const order = ourOwn(taking, stop);
      const options = { signal: AbortSignal.any([signal, stop.signal]) };
      const events: TestEvent[] = [];
      for await (const event of runFetch(request, order, options)) events.push(event);
      await guard.count({ accountId: id, passwordChanges }, events);
      if (stop.signal.aborted) throw stop.signal.reason;
      signal.throwIfAborted();
      const failed = events.find((event) => event.type === 'failed');
      return failed ? { ...end, failed: { stage: failed.stage, failure: failed.failure } } : end;
    } finally {
      leave();
    }
  };

  function takenBy({
    account,
    byDefault,
    who,
    end,
    progress,
  }: Omit<FetchAsked, 'password' | 'signal'> & { end: FetchEnd }) {
    const endpoint = endpointOf(account);
    let mailbox: Mailbox = { accountId: account.id, endpoint };
    let coming = 0;

    async function record(letters: readonly NewLetter[], upTo: number | undefined): Promise<void> {
      const added = await store.mailboxes.take({ mailbox, letters, ...(upTo === undefined ? {} : { upTo }) });
      if (!added) throw new SaidRefused({ kind: 'conflict', message: texts.changedMeanwhile });
      const before = end.letters;
      for (const [at, { fields }] of letters.entries()) {
        const id = added[at];
        // It only got a new number.
        if (id === undefined) continue;
        end.letters += 1;
        if (fields.status === 'Ignored') end.ignored += 1;
        if (fields.status === 'Failed') end.unread += 1;
        if (end.named.length < mostNamed) end.named.push({ id, sender: fields.sender });
      }
      if (end.letters > before) changed();
    }

    return {
      most: mostAtOnce,
      knownUpTo(uidValidity: string) {
        mailbox = { accountId: account.id, endpoint, uidValidity };
        return store.mailboxes.knownUpTo(mailbox);
      },
      unseen: (uidls: readonly string[]) => store.mailboxes.unseen(mailbox, uidls.join('\n'), mostAtOnce),
      begin(count: { coming: number; left: number }) {
        coming = count.coming;
        end.left = count.left;
      },
      async take({ letters, upTo }: FetchedBatch) {
        let part: NewLetter[] = [];
        let characters = 0;
        for (const letter of letters) {
          const { raw, octets } = letter;
          const parsed = raw && (await parser.parse({ raw, octets }));
          const next = letterFields(letter, parsed, { accountId: account.id, byDefault, who });
          characters += next.fields.text.length;
          part.push(next);
          if (characters < mostCharacters) continue;
          await record(part, upTo === undefined ? undefined : Number(letter.uid));
          [part, characters] = [[], 0];
        }
        await record(part, upTo);
        await progress?.({ letters: end.letters, ignored: end.ignored, coming });
      },
    };
  }
}

type Order = Parameters<typeof runFetch>[1];

/** What our own functions throw is no failure of the server: it stops the walk, with itself as the reason. */
function ourOwn(order: Order, stop: AbortController): Order {
  const held = <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) => {
    return (...args: Args) =>
      work(...args).catch((error: unknown) => {
        stop.abort(error);
        throw error;
      });
  };
  return {
    ...order,
    knownUpTo: held(order.knownUpTo),
    unseen: held(order.unseen),
    take: held(order.take),
  };
}
