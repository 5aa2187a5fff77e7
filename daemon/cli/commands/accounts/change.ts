import type { Account, AccountForm } from '../../../../shared/account.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import type { Secret } from '../../../secret.ts';
import { type OpenDaemon, openDaemon } from '../../client/open-daemon.ts';
import { CommandFailure } from '../../command-failure.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { changeOptions } from '../../options/account-options.ts';
import { changeArguments, changesNothing } from '../../options/change-arguments.ts';
import { daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { exactWords, idWord } from '../../options/words.ts';
import { readPassword } from '../../password/read-password.ts';
import { jsonLine } from '../../report/json-line.ts';
import { resetsText } from '../../report/resets-text.ts';
import type { Terminal } from '../../terminal.ts';
import { UsageError } from '../../usage-error.ts';

/** `mailprobe accounts change ID`: only what the options say; the password when it must be typed anew. Throws UsageError. */
export async function changeAccount(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, changeOptions);
  const [word] = exactWords('accounts change', ['ID'], positionals);
  const id = idWord('accounts change', word);
  // `--port` is the mail server's here.
  const daemon = await openDaemon(daemonPlace({ 'data-dir': values['data-dir'] }));
  const read = (await daemon.call('accountsGet', { id })).account;
  const before = formOf(read);
  const account = changeArguments(before, values);
  if (changesNothing(before, account) && !values['password-stdin']) {
    throw new UsageError('accounts change: the options change nothing. See: npx mailprobe help accounts');
  }
  const change: Change = { id, account, revision: read.revision, terminal, daemon };
  const password = values['password-stdin'] ? await typedFor(change, true) : undefined;
  if (values['password-stdin'] && !password) return exitCode.failed;
  const changed = await send(change, password);
  if (!changed) return exitCode.failed;
  const { stdout } = terminal;
  if (values.json) jsonLine(changed, stdout);
  else {
    const name = visibleText(changed.account.name);
    stdout.write(`Changed: ${id} (${name}).\n${resetsText(changed.resets)}`);
  }
  return exitCode.done;
}

interface Change {
  readonly id: string;
  readonly account: AccountForm;
  /** Of the account that was read. */
  readonly revision: number;
  readonly terminal: Terminal;
  readonly daemon: OpenDaemon;
}

/** The stored password stays when it was typed for the same place; otherwise it is asked for. Undefined when the person gave up. */
async function send(change: Change, password: Secret | undefined) {
  const { id, account, revision, terminal, daemon } = change;
  try {
    return await daemon.call('accountsChange', { id, account, revision }, { password: password?.open() });
  } catch (error) {
    const required = error instanceof CommandFailure && error.refused === 'secret_required';
    if (!required || password) throw error;
    if (!terminal.stdin.isTTY) {
      throw new CommandFailure([
        ...error.sentences,
        'Hand the password in through a pipe with --password-stdin.',
      ]);
    }
    terminal.stderr.write(`${visibleText(error.message)}\n`);
    const typed = await typedFor(change, false);
    return typed && daemon.call('accountsChange', { id, account, revision }, { password: typed.open() });
  }
}

function typedFor({ account, terminal }: Change, fromStdin: boolean): Promise<Secret | undefined> {
  const { username, server } = account.connection;
  const whose = `${visibleText(username, 80)} on ${visibleText(server, 80)}`;
  return readPassword(terminal, { fromStdin, whose });
}

function formOf({ name, label, active, connection }: Account): AccountForm {
  return { name, label, active, connection };
}
