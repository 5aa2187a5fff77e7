import { accountPropertyNames } from '../../../../shared/properties.ts';
import { importRow, isConfirmed, isWriting } from '../../../../shared/transfer/import-row.ts';
import { type Asked, previewOf, type RowPlan, type Writing } from '../../../../shared/transfer/preview.ts';
import type { ReadFile } from '../../../../shared/transfer/row.ts';
import { confirmed } from '../../ask.ts';
import { type OpenDaemon, openDaemon } from '../../client/open-daemon.ts';
import { CommandFailure } from '../../command-failure.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { readAccountsFile } from '../../options/accounts-file.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { exactWords } from '../../options/words.ts';
import { countImported, type Outcome, outcomeOf, outcomeText } from '../../report/import-outcome.ts';
import { jsonLine } from '../../report/json-line.ts';
import { previewText } from '../../report/preview-text.ts';
import type { Terminal } from '../../terminal.ts';

const options = {
  ...daemonOptions,
  'dry-run': { type: 'boolean', default: false },
  'allow-plain': { type: 'boolean', default: false },
  'allow-address': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
} as const;

/** `mailprobe accounts import FILE`: says what it does with each row, and does it. Throws UsageError. */
export async function importAccounts(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const [file] = exactWords('accounts import', ['FILE'], positionals);
  const { stdout, stderr } = terminal;
  const read = readAccountsFile(file);
  const daemon = await openDaemon(daemonPlace(values));
  const given = { plain: values['allow-plain'], address: values['allow-address'] };
  const plans = await plansFor(read.rows, daemon);
  const dry = values['dry-run'];
  if (!values.json) stdout.write(previewText(read, plans, given, stdout));
  const writing = plans.filter(isWriting).filter((plan) => isConfirmed(plan, given));
  if (!dry && !(await mayLosePasswords(writing, values.yes, terminal))) {
    stderr.write('Nothing was imported.\n');
    return exitCode.failed;
  }
  const outcomes = new Map<number, Outcome>();
  try {
    if (!dry) await importAll(writing, given, daemon, outcomes);
  } finally {
    // Also when the daemon went away in between: what was done is said.
    const { passwords, notRead } = read;
    const rows = plans.map((plan) => ({ ...plan, ...(dry ? {} : outcomeOf(plan, outcomes)) }));
    if (values.json) jsonLine({ dryRun: dry, passwords, notRead, rows }, stdout);
    else if (!dry) stdout.write(outcomeText(writing, outcomes, read.format));
  }
  const right = plans.filter(({ what }) => what === 'same').length;
  const done = dry ? writing.length : countImported(outcomes);
  return right + done === plans.length ? exitCode.done : exitCode.failed;
}

async function plansFor(rows: ReadFile['rows'], daemon: OpenDaemon): Promise<readonly RowPlan[]> {
  const { accounts } = await daemon.call('accountsList', {});
  const { values } = await daemon.call('propertiesList', {});
  return previewOf(
    rows,
    accounts.map(({ account }) => account),
    Object.fromEntries(accountPropertyNames.map((name) => [name, String(values[name])])),
  );
}

async function importAll(
  writing: readonly Writing[],
  given: Asked,
  daemon: OpenDaemon,
  outcomes: Map<number, Outcome>,
): Promise<void> {
  for (const plan of writing) {
    try {
      const { account } = await importRow(plan, given, daemon);
      outcomes.set(plan.line, { outcome: 'imported', id: account.id });
    } catch (error) {
      // What the daemon refuses is one row's; a daemon that is gone is everybody's.
      if (!(error instanceof CommandFailure) || error.refused === undefined) throw error;
      outcomes.set(plan.line, { outcome: 'failed', reason: error.sentences.join(' ') });
    }
  }
}

/** A change that leads elsewhere costs the stored password: that is asked for once. Throws UsageError where nobody can be asked. */
function mayLosePasswords(writing: readonly Writing[], yes: boolean, terminal: Terminal): Promise<boolean> {
  const losing = writing.filter((plan) => plan.what === 'changes' && plan.losesPassword).length;
  if (losing === 0) return Promise.resolve(true);
  const text = `${losing === 1 ? '1 stored password' : `${losing} stored passwords`} will be removed. Type yes: `;
  return confirmed({ text, answer: 'yes', yes }, terminal);
}
