import type { TestedAccount } from '../../shared/account-status.ts';
import type { Id } from '../../shared/id.ts';
import type { Run, Runs } from '../state/run.ts';
import { outcomeWords } from '../status/outcome-words.ts';
import { withRun } from '../status/with-run.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { inDigits, t } from '../words.ts';

interface Look {
  readonly accounts: readonly TestedAccount[];
  readonly runs: Runs;
  /** What the last Test all of this page began. */
  readonly together: readonly { readonly accountId: Id; readonly testId: Id }[];
  /** It goes on. */
  readonly running: boolean;
}

/** Of more at once, as a schedule or the popup starts them, nobody listens to each. */
const mostAlone = 3;

/**
 * To be called whenever something changed. Gives what is to be said of tests that have ended since the look before: one
 * sentence for each that ran alone, one for all that were started together, here or elsewhere; nothing to say as soon as another begins, and
 * undefined where nothing changed.
 */
export function endsOfTests(): (look: Look) => string | undefined {
  let before: { alone: ReadonlySet<Id>; together: Look['together']; running: boolean } | undefined;
  /** Tests that nobody here started together, since there was none under way. */
  let elsewhere = new Set<Id>();
  return ({ accounts, runs, together, running }) => {
    const ofAll = new Set(together.map(({ testId }) => testId));
    const alone = [...runs.values()].filter(({ testId }) => !ofAll.has(testId));
    const last = before;
    before = {
      alone: new Set(alone.flatMap(({ finished, testId }) => (finished ? [] : [testId]))),
      together,
      running,
    };
    elsewhere = new Set([...elsewhere, ...before.alone].filter((id) => !ofAll.has(id)));
    const group = [...elsewhere].flatMap((id) => runs.get(id) ?? []);
    if (before.alone.size === 0) elsewhere = new Set();
    // What ended before anybody was here is no news.
    if (!last) return undefined;
    const known = new Map(accounts.map((tested) => [tested.account.id, tested]));
    const sentences: string[] = [];
    const isNew = together !== last.together;
    if (!running && ofAll.size > 0 && (last.running || isNew)) {
      const worked = together.filter(({ accountId, testId }) => {
        const tested = known.get(accountId);
        const { lastTest } = tested ? withRun(tested, runs.get(testId)) : {};
        return lastTest?.testId === testId && lastTest.verdict === 'passed';
      });
      sentences.push(ended(worked.length, together.length));
    }
    if (group.length > mostAlone) {
      if (before.alone.size === 0) sentences.push(ended(group.filter(hasPassed).length, group.length));
    } else
      for (const run of alone) {
        const tested = known.get(run.accountId ?? '');
        if (!run.finished || !last.alone.has(run.testId) || !tested || run.draft) continue;
        const { name } = tested.account;
        sentences.push(`${visibleText(name, 128)}: ${outcomeWords(withRun(tested, run))}`);
      }
    if (sentences.length > 0) return sentences.join(' ');
    const begins = (running && !last.running) || [...before.alone].some((id) => !last.alone.has(id));
    return begins ? '' : undefined;
  };
}

function ended(worked: number, of: number): string {
  return t('accounts.list.ended', { worked: inDigits(worked), of: inDigits(of) });
}

function hasPassed({ events }: Run): boolean {
  return events.some((event) => event.type === 'finished' && event.verdict === 'passed');
}
