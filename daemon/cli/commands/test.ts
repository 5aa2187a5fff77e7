import { type ExitCode, exitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import { testOptions, testValueOptions } from '../options/test-options.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** `mailprobe test`: one test, of a stored account or of one that stands in the options. Throws UsageError. */
export async function test(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (namesAccount(args)) return (await import('./test-stored.ts')).testStored(args, terminal);
  const { values, positionals } = testOptions(args);
  if (positionals.length > 0) refuseWords();

  // Later, and only when the options can be read: the schemas take their time to load.
  const { testArguments } = await import('../options/test-arguments.ts');
  const { settings, security, portTaken, timeoutMs, ca } = testArguments(values);
  const { readPassword } = await import('../password/read-password.ts');
  const { visibleText } = await import('../../../shared/visible-text.ts');
  const whose = `${visibleText(settings.username, 80)} on ${visibleText(settings.server, 80)}`;
  const password = await readPassword(terminal, { fromStdin: values['password-stdin'], whose });
  if (password === undefined) return exitCode.failed;

  const [{ runTest }, { Scrubber }, { report }, { reportJson }] = await Promise.all([
    import('../../probe/run.ts'),
    import('../../probe/redaction/scrubber.ts'),
    import('../report/report.ts'),
    import('../report/report-json.ts'),
  ]);
  const signal = interruption(terminal);
  const options = { signal, ...(timeoutMs ? { timeoutMs } : {}), ...(ca ? { ca } : {}) };
  const events = runTest({ settings, password }, options);
  // A user name that holds the password is shown without it.
  const shown = { ...settings, username: new Scrubber([password]).scrub(settings.username) };
  const verdict = values.json
    ? await reportJson(events, terminal.stdout)
    : await report(events, terminal.stdout, { settings: shown, security, portTaken });
  return verdict === 'passed' ? exitCode.done : exitCode.failed;
}

/** The id of a stored account, wherever it stands among the options. */
function namesAccount(args: readonly string[]): boolean {
  return args.some((arg, at) => /^[1-9]\d{17}$/.test(arg) && !testValueOptions.has(args[at - 1] ?? ''));
}

function refuseWords(): never {
  throw new UsageError(
    'A word belongs to no option; it is not repeated here, for it may be a password.',
    'Every value follows its option, as in --server imap.example.com. Values with blanks need quotes.',
    'A stored account is named by its id of 18 digits alone: npx mailprobe accounts lists them.',
  );
}
