import { securityOf } from '../../../shared/account.ts';
import type { PlainBody } from '../../../shared/routes.ts';
import type { Id } from '../../../shared/id.ts';
import { type OpenDaemon, openDaemon } from '../client/open-daemon.ts';
import { CommandFailure } from '../command-failure.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import { daemonOptions, daemonPlace } from '../options/daemon-options.ts';
import { parseOptions } from '../options/parse-options.ts';
import { reportJson } from '../report/report-json.ts';
import { report } from '../report/report.ts';
import type { Terminal } from '../terminal.ts';

const options = {
  ...daemonOptions,
  debug: { type: 'boolean', default: false },
  anyway: { type: 'boolean', default: false },
} as const;

/** `mailprobe test ACCOUNT_ID`: a test by the daemon, with the stored password, told as it happens. Throws UsageError. */
export async function testStored(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const [accountId = ''] = positionals;
  const daemon = await openDaemon(daemonPlace(values));
  const { account } = await daemon.call('accountsGet', { id: accountId });
  const testId = await started(daemon, {
    accountId,
    ...(values.debug ? { debug: true } : {}),
    ...(values.anyway ? { anyway: true } : {}),
  });
  const interrupted = interruption(terminal);
  // The stream goes on: the run's last event says that it was cancelled.
  interrupted.addEventListener('abort', () => {
    daemon.call('testsCancel', { testIds: [testId] }).catch(() => undefined);
  });
  const events = daemon.stream('testsFollow', { testId }, new AbortController().signal);
  const settings = account.connection;
  const subject = { settings, security: securityOf(settings), portTaken: false };
  try {
    const verdict = values.json
      ? await reportJson(events, terminal.stdout)
      : await report(events, terminal.stdout, subject);
    return verdict === 'passed' ? exitCode.done : exitCode.failed;
  } catch (error) {
    // The test itself goes on in the daemon, whose log will tell its end.
    if (!(error instanceof CommandFailure) || error.refused) throw error;
    const more = `The test may go on in the daemon; its records: npx mailprobe logs --test ${testId}`;
    throw new CommandFailure([...error.sentences, more], exitCode.failed, { cause: error });
  }
}

async function started(daemon: OpenDaemon, body: PlainBody<'testsStart'>): Promise<Id> {
  try {
    return (await daemon.call('testsStart', body)).testId;
  } catch (error) {
    if (!(error instanceof CommandFailure) || error.refused !== 'guarded') throw error;
    const change = `New password: npx mailprobe accounts change ${body.accountId} --password-stdin`;
    const anyway = `Test anyway: npx mailprobe test ${body.accountId} --anyway`;
    throw new CommandFailure([...error.sentences, change, anyway], error.code, { refused: error.refused });
  }
}
