import type { Account } from '../../shared/account.ts';

/** The only password that the user of this name has ever typed: any other beside the name is a wrong pair. */
export function passwordOf(username: string): string {
  return `only for ${username}`;
}

/** An account as a reply has said that it is stored. */
export interface Entry {
  name: string;
  username: string;
  hasPassword: boolean;
  /** A killed change may have put another password in the place of this one, which then must be typed again. */
  typeAgain?: boolean;
}

/** What a client has asked for. A kill leaves open whether it was done. */
export type Attempt =
  | { kind: 'create'; to: Entry }
  | { kind: 'change'; id: string; to: Entry }
  | { kind: 'remove'; id: string };

/** What must be there after a kill, by the replies that came before it. */
export interface AccountLedger {
  readonly entries: ReadonlyMap<string, Entry>;
  /** How many attempts were answered, and how many were cut by a kill. */
  readonly answered: number;
  readonly cut: number;
  /** Notes the attempt, and once it is answered that it was done; `work` gives the account's id. */
  during(attempt: Attempt, work: () => Promise<string>): Promise<string>;
  /** After a restart: what the daemon lists that cannot be, a sentence each. What may be is taken over. */
  settle(listed: readonly Account[]): string[];
}

export function accountLedger(): AccountLedger {
  const entries = new Map<string, Entry>();
  const open = new Set<Attempt>();
  let answered = 0;
  let cut = 0;

  function settleKnown(id: string, entry: Entry, listed: Account | undefined): string | undefined {
    const attempt = [...open].find((each) => each.kind !== 'create' && each.id === id);
    if (!listed) {
      entries.delete(id);
      return attempt?.kind === 'remove' ? undefined : `${entry.name} is lost.`;
    }
    if (attempt?.kind === 'change') {
      if (isSame(attempt.to, listed)) {
        entries.set(id, attempt.to);
        return undefined;
      }
      if (attempt.to.username !== entry.username) entry.typeAgain = true;
    }
    return isSame(entry, listed) ? undefined : `${entry.name} became ${listed.name}.`;
  }

  function settleNew(listed: Account): string | undefined {
    const attempt = [...open].find((each) => each.kind === 'create' && isSame(each.to, listed));
    if (attempt?.kind !== 'create') return `${listed.name} came from nowhere.`;
    entries.set(listed.id, attempt.to);
    return undefined;
  }

  return {
    entries,
    get answered() {
      return answered;
    },
    get cut() {
      return cut;
    },
    async during(attempt, work) {
      open.add(attempt);
      const id = await work();
      open.delete(attempt);
      answered++;
      if (attempt.kind === 'remove') entries.delete(id);
      else entries.set(id, attempt.to);
      return id;
    },
    settle(listed) {
      const rows = new Map(listed.map((account) => [account.id, account]));
      const known = new Map(entries);
      const problems = [
        ...[...known].map(([id, entry]) => settleKnown(id, entry, rows.get(id))),
        ...listed.filter(({ id }) => !known.has(id)).map(settleNew),
      ];
      cut += open.size;
      open.clear();
      return problems.filter((problem) => problem !== undefined);
    },
  };
}

function isSame(entry: Entry, { name, connection, hasPassword }: Account): boolean {
  return entry.name === name && entry.username === connection.username && entry.hasPassword === hasPassword;
}
