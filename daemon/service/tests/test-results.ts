import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Account, ConnectionSettings } from '../../../shared/account.ts';
import type { TestEvent } from '../../../shared/event.ts';
import type { Id } from '../../../shared/id.ts';
import type { Secret } from '../../secret.ts';
import type { EndedTest } from '../../store/last-tests.ts';
import type { RemoteTables } from '../../store/store-port.ts';
import { type Clock, monotonic } from '../clock.ts';
import type { ServiceLog } from '../refusing-store.ts';
import { settingsFingerprint } from './settings-fingerprint.ts';

/** The password that a form was tested with: as it was typed there, or the stored one when it had been typed so often. */
export type DraftPassword = { typed: Secret } | { storedOf: Id; passwordChanges: number };

/** How a test ended, without whose it is. */
export type TestResult = Omit<EndedTest, 'accountId' | 'passwordChanges'>;

/** Takes the result of one test; never rejects. */
export type KeepResult = (result: TestResult) => Promise<void>;

/** An account, and how often its password had been typed when a test of it began. */
export type ResultOwner = Pick<EndedTest, 'accountId' | 'passwordChanges'>;

/** Where the results of tests go: beside their account, or, of a form, into memory until it is saved. */
export interface TestResults {
  ofAccount(owner: ResultOwner): KeepResult;
  /** Called when the test begins. */
  ofDraft(settings: ConnectionSettings, password: DraftPassword): KeepResult;
  /**
   * Called when an account was saved, before another write of its password: the newest test of exactly its settings and
   * its password is its own from now on, also one that still runs. Without a password the stored one stayed. Never rejects.
   */
  readonly adopt: (account: Account, password: Secret | undefined) => Promise<void>;
}

interface Draft {
  readonly settings: string;
  readonly password: { print: Buffer } | { storedOf: Id; passwordChanges: number };
  readonly begunAt: number;
  result?: TestResult;
  owner?: ResultOwner;
  /** Whose refused logins it is one of: of a typed password that was saved since. */
  counted?: ResultOwner;
}

interface Options {
  store: RemoteTables;
  /** A result was stored after its account. */
  changed: () => void;
  log?: ServiceLog | undefined;
  guard: { count(owner: ResultOwner, events: readonly TestEvent[]): Promise<void> };
  clock?: Clock | undefined;
}

const keptMs = 60 * 60 * 1000;
const mostKept = 20;

/** Of the password that a form was tested with, nothing is kept but a keyed print. */
export function testResults({ store, changed, guard, log, clock = monotonic }: Options): TestResults {
  const { accounts, lastTests } = store;
  // Of this process: a print says nothing elsewhere.
  const key = randomBytes(32);
  let drafts: Draft[] = [];
  const forget = () => {
    drafts = drafts.filter(({ begunAt }) => begunAt > clock.nowMs() - keptMs);
  };

  const printOf = (password: Secret) => createHmac('sha256', key).update(password.open()).digest();

  async function put(result: TestResult, owner: ResultOwner): Promise<void> {
    try {
      if (await lastTests.put({ ...result, ...owner })) changed();
    } catch (error) {
      log?.warn({ err: error, testId: result.lastTest.testId }, 'The result of a test was not stored.');
    }
  }

  /** An older test says less than one that the account has had since. */
  async function putNewer(result: TestResult, owner: ResultOwner): Promise<void> {
    const last = await lastTests.get(owner.accountId).catch(() => undefined);
    if ((last?.lastTest?.testId ?? '') < result.lastTest.testId) await put(result, owner);
  }

  async function count(draft: Draft, owner: ResultOwner): Promise<void> {
    draft.counted = owner;
    if (draft.result) await guard.count(owner, draft.result.events);
  }

  return {
    ofAccount: (owner) => (result) => put(result, owner),

    ofDraft(settings, password) {
      const draft: Draft = {
        settings: settingsFingerprint(settings),
        password: 'typed' in password ? { print: printOf(password.typed) } : password,
        begunAt: clock.nowMs(),
      };
      forget();
      drafts = [...drafts, draft].slice(-mostKept);
      clock.after(keptMs, forget);
      return async (result) => {
        draft.result = result;
        if (draft.counted) await guard.count(draft.counted, result.events);
        if (draft.owner) await putNewer(result, draft.owner);
      };
    },

    async adopt({ id, connection }, password) {
      forget();
      const settings = settingsFingerprint(connection);
      const same = drafts.filter((draft) => draft.settings === settings);
      if (same.length === 0) return;
      const passwordChanges = await accounts.passwordChanges(id).catch(() => undefined);
      if (passwordChanges === undefined) return;
      const print = password && printOf(password);
      const tested = same.filter(({ password: tested }) => {
        if ('print' in tested) return print !== undefined && timingSafeEqual(tested.print, print);
        return !print && tested.storedOf === id && tested.passwordChanges === passwordChanges;
      });
      const found = tested.at(-1);
      if (!found) return;
      const owner = { accountId: id, passwordChanges };
      // Those with the stored password were counted when they ended.
      for (const draft of tested) if (print && draft.counted?.accountId !== id) await count(draft, owner);
      found.owner = owner;
      if (found.result) await putNewer(found.result, owner);
    },
  };
}
