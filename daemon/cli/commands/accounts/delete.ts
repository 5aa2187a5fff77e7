import { visibleText } from '../../../../shared/visible-text.ts';
import { keptDeletedMinutes } from '../../../../shared/kept-deleted.ts';
import { confirmed } from '../../ask.ts';
import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { idWords } from '../../options/words.ts';
import { jsonLine } from '../../report/json-line.ts';
import { resetsText } from '../../report/resets-text.ts';
import type { Terminal } from '../../terminal.ts';

const options = { ...daemonOptions, yes: { type: 'boolean', default: false } } as const;

/** `mailprobe accounts delete ID…`: the accounts and their passwords, after asking. Throws UsageError. */
export async function deleteAccounts(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const ids = idWords('accounts delete', positionals);
  const { stdout, stderr } = terminal;
  const daemon = await openDaemon(daemonPlace(values));
  const { damaged = [] } = await daemon.call('accountsList', {});
  const found = await Promise.all(
    ids.map(async (id) =>
      damaged.includes(id) ? undefined : (await daemon.call('accountsGet', { id })).account,
    ),
  );
  // What cannot be read has no name, and can be deleted all the same.
  const names = ids.map((id, at) => visibleText(found[at]?.name ?? id));
  const said = names.map((name, at) => `${name} (${visibleText(found[at]?.connection.server ?? 'damaged')})`);
  const theirs = found.length === 1 ? 'its password' : 'their passwords';
  const text = `Delete ${said.join(', ')} and ${theirs}? Type yes: `;
  if (!(await confirmed({ text, answer: 'yes', yes: values.yes }, terminal))) {
    stderr.write('Nothing was deleted.\n');
    return exitCode.failed;
  }
  const { deleted, resets } = await daemon.call('accountsDelete', { ids });
  if (values.json) jsonLine({ deleted, resets }, stdout);
  else {
    stdout.write(
      `Deleted: ${names.join(', ')}, with ${theirs}.\n${resetsText(resets)}` +
        `For ${keptDeletedMinutes} minutes, unless the daemon is started anew, this undoes it:\n` +
        `  npx mailprobe accounts restore ${deleted.join(' ')}\n`,
    );
  }
  return exitCode.done;
}
