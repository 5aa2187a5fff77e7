import type { Account } from '../../../../shared/account.ts';
import type { Id } from '../../../../shared/id.ts';
import { mostFetched } from '../../../../shared/letter-routes.ts';
import { Refused } from '../../../../shared/refusal.ts';
import type { FetchedBatch, FetchOrder } from '../../../probe/fetch/fetch-order.ts';
import type { Mailbox, NewLetter, TakenLetters } from '../../../store/mailboxes.ts';
import type { RemoteTables } from '../../../store/store-port.ts';
import type { DealtUids } from '../../../uids.ts';
import { SaidRefused } from '../../refuse.ts';
import type { LetterParser } from '../parse/letter-parser.ts';
import { endpointOf } from './endpoint-of.ts';
import type { FetchAsked, FetchEnd } from './fetch-end.ts';
import { letterFields, withLess } from './letter-fields.ts';
import { texts } from './texts.ts';

/** One message to the store's thread, so that neither side holds up the other. */
const mostCharacters = 128 * 1024;
/** A list of letters in the Main Log is not longer. */
const mostNamed = 20;

interface Parts {
  store: Pick<RemoteTables, 'mailboxes'>;
  parser: LetterParser;
  changed: () => void;
}

interface Recording extends Pick<FetchAsked, 'byDefault' | 'who' | 'older' | 'progress' | 'silent'> {
  account: Account;
  /** Kept up to date. */
  end: FetchEnd;
}

/** The order of a fetch whose letters are recorded as they come. Its functions throw `Refused` when they cannot be. */
export function recordedBy(
  { store: { mailboxes }, parser, changed }: Parts,
  { account, byDefault, who, older, progress, silent = false, end }: Recording,
): FetchOrder {
  const accountId = account.id;
  const endpoint = endpointOf(account);
  const of = older === undefined ? 'new' : 'left';
  const most = older ?? mostFetched;
  let mailbox: Mailbox = { accountId, endpoint };

  async function take(taken: Omit<TakenLetters, 'mailbox'>): Promise<(Id | undefined)[]> {
    const added = await mailboxes.take({ mailbox, ...taken });
    if (!added) throw new SaidRefused({ kind: 'conflict', message: texts.changedMeanwhile });
    return added;
  }

  async function takeAll(letters: readonly NewLetter[], marks?: { uids: DealtUids }): Promise<Kept[]> {
    const added = await take({ letters, ...marks });
    return letters.map(({ fields }, at) => ({ fields, id: added[at] }));
  }

  /** One that cannot be stored as it is does not hold up the others. */
  async function takeEach([letter, ...others]: readonly NewLetter[]): Promise<Kept[]> {
    if (!letter) return [];
    const kept = await takeAll([letter])
      .catch(unlessAboutLetters(() => takeAll([withLess(letter, 'headers')])))
      .catch(unlessAboutLetters(() => takeAll([withLess(letter, 'nothing')])));
    return [...kept, ...(await takeEach(others))];
  }

  async function record(letters: readonly NewLetter[], uids: DealtUids | undefined): Promise<void> {
    const marks = uids && { uids };
    const kept = await takeAll(letters, marks).catch(
      unlessAboutLetters(async () => {
        const each = await takeEach(letters);
        await takeAll([], marks);
        return each;
      }),
    );
    const before = end.letters;
    end.done += letters.length;
    for (const { id, fields } of kept) {
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
    of,
    most,
    // The clock needs no list of thousands each minute.
    countsLeft: !silent,
    known(uidValidity) {
      mailbox = { accountId, endpoint, uidValidity };
      return mailboxes.knownUids(mailbox);
    },
    async unseen(uidls) {
      const { positions, left, before } = await mailboxes.unseen(mailbox, uidls.join('\n'), { most, of });
      return { positions, left: silent ? left : left + before };
    },
    begin({ coming, left }) {
      end.coming = coming;
      end.left = left;
    },
    async take({ letters, uids }: FetchedBatch) {
      let part: NewLetter[] = [];
      let characters = 0;
      for (const letter of letters) {
        const { raw, octets } = letter;
        const parsed = raw && (await parser.parse({ raw, octets }));
        const next = letterFields(letter, parsed, { accountId, byDefault, who });
        characters += next.fields.text.length;
        part.push(next);
        if (characters < mostCharacters) continue;
        await record(part, uids && partly(uids, Number(letter.uid)));
        [part, characters] = [[], 0];
      }
      await record(part, uids);
      await progress?.({ letters: end.letters, ignored: end.ignored, coming: end.coming ?? 0 });
    },
  };
}

interface Kept {
  fields: NewLetter['fields'];
  /** Undefined for one that only got a new number. */
  id: Id | undefined;
}

/** Something of what was to be kept is refused: this instead. Everything else is about the store or the account, and thrown. */
function unlessAboutLetters<T>(instead: () => Promise<T>): (error: unknown) => Promise<T> {
  return (error) => {
    if (error instanceof Refused && error.refusal.kind === 'invalid') return instead();
    throw error;
  };
}

/** What is known when a batch is recorded as far as this letter. */
function partly({ upTo, downTo, ...rest }: DealtUids, uid: number): DealtUids {
  return {
    ...rest,
    ...(upTo === undefined ? {} : { upTo: uid }),
    ...(downTo === undefined ? {} : { downTo: uid }),
  };
}
