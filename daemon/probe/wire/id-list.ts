import type { MessageIds } from '../../../shared/event.ts';
import { sequenceSet, type UidRange } from '../../uids.ts';

const kept = 10;

/** Message ids counted as they pass: of a list of any length only the newest ten are kept. */
export interface IdList {
  /** Newest first. */
  readonly ids: MessageIds;
}

/** UIDs (IMAP): they come in any order and rise with age (RFC 9051 §2.3.1.1). */
export class UidList implements IdList {
  #count = 0;
  /** Rising. */
  readonly #newest: number[] = [];

  add(uid: number): void {
    this.#count += 1;
    const newest = this.#newest;
    if (newest.length === kept) {
      if (uid < (newest[0] ?? 0)) return;
      newest.shift();
    }
    const above = newest.findIndex((other) => other > uid);
    newest.splice(above === -1 ? newest.length : above, 0, uid);
  }

  /** Adds a sequence set such as `2,4:7,9` (RFC 9051 §9), as ESEARCH answers. Ranges are counted, not walked. */
  addSet(set: string): void {
    for (const part of set.split(',')) {
      const [from = 0, to = from] = part.split(':').map(Number);
      const [low, high] = [Math.min(from, to), Math.max(from, to)];
      if (!Number.isInteger(low) || low < 1) continue;
      const walked = Math.max(low, high - kept + 1);
      this.#count += walked - low;
      for (let uid = walked; uid <= high; uid += 1) this.add(uid);
    }
  }

  get ids(): MessageIds {
    return { count: this.#count, newest: this.#newest.toReversed().map(String) };
  }
}

/** UIDLs (POP3): they mean nothing, and come in the order of the maildrop, oldest first (RFC 1939 §7). */
export class UidlList implements IdList {
  #count = 0;
  readonly #newest: string[] = [];

  add(uidl: string): void {
    this.#count += 1;
    this.#newest.push(uidl);
    if (this.#newest.length > kept) this.#newest.shift();
  }

  get ids(): MessageIds {
    return { count: this.#count, newest: this.#newest.toReversed() };
  }
}

interface Wanted {
  ranges: readonly UidRange[];
  most: number;
  beside?: readonly UidRange[];
}

/** The UIDs that are wanted, as far as they are among the newest `most`; the rest is counted. */
export class WantedUids implements IdList {
  readonly #ranges: readonly UidRange[];
  readonly #most: number;
  readonly #besides: readonly UidRange[];
  #beside = 0;
  readonly #all = new UidList();
  #found: number[] = [];
  #left = 0;

  /** At least one range. What is `beside` them is searched for too, and only counted. */
  constructor({ ranges, most, beside = [] }: Wanted) {
    this.#ranges = ranges;
    this.#most = most;
    this.#besides = beside;
  }

  add(uid: number): void {
    if (isAmong(uid, this.#besides)) {
      this.#beside += 1;
      return;
    }
    this.#all.add(uid);
    // `n:*` names the newest one even where it is below n (RFC 9051 §6.4.8).
    if (!isAmong(uid, this.#ranges)) return;
    this.#found.push(uid);
    if (this.#found.length >= 2 * this.#most) this.#cut();
  }

  get ids(): MessageIds {
    return this.#all.ids;
  }

  /** What to search for. */
  get range(): string {
    const set = sequenceSet([...this.#besides, ...this.#ranges]);
    return set === '1:*' ? 'ALL' : set;
  }

  /** Rising, each once. */
  get uids(): readonly number[] {
    this.#cut();
    return this.#found;
  }

  /** How many older ones were found beside them. */
  get left(): number {
    this.#cut();
    return this.#left;
  }

  get beside(): number {
    return this.#beside;
  }

  #cut(): void {
    const rising = [...new Set(this.#found)].toSorted((one, other) => one - other);
    this.#found = rising.slice(-this.#most);
    this.#left += rising.length - this.#found.length;
  }
}

function isAmong(uid: number, ranges: readonly UidRange[]): boolean {
  return ranges.some(({ first, last }) => uid >= first && uid <= last);
}
