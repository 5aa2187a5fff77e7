import type { Id } from '../../../shared/id.ts';
import { isOnItsWay, type Letter } from '../../../shared/letter.ts';
import type { OpenDaemon } from '../client/open-daemon.ts';
import { CommandFailure } from '../command-failure.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import type { Terminal } from '../terminal.ts';
import { jsonLine } from './json-line.ts';
import { letterState } from './letter-state.ts';
import { letterText } from './letter-text.ts';

/**
 * Tells a letter's statuses until it is sent, has failed or is unknown; then the letter. It goes on in the daemon when the
 * person does not wait any longer.
 */
export async function followLetter(
  daemon: OpenDaemon,
  id: Id,
  terminal: Terminal,
  json: boolean,
): Promise<ExitCode> {
  const { stdout } = terminal;
  const end = interruption(terminal);
  let told = '';
  const look = async (): Promise<Letter> => {
    const { letter } = await daemon.call('lettersGet', { id });
    const now = letterState(letter);
    if (now !== told && json) jsonLine(letter, stdout);
    else if (now !== told) stdout.write(`${now}\n`);
    told = now;
    return letter;
  };
  // Open before the first look, so that no change is missed in between.
  const events = daemon.stream('live', {}, end);
  for await (const event of events) {
    if (event.type !== 'alive' && !(event.type === 'changed' && event.what !== 'clients')) continue;
    const letter = await look();
    if (isOnItsWay(letter.status)) continue;
    if (!json) stdout.write(`\n${letterText(letter, stdout)}`);
    const toAll = letter.deliveries.every(({ outcome }) => outcome === 'accepted');
    return letter.status === 'Processed' && toAll ? exitCode.done : exitCode.failed;
  }
  throw new CommandFailure([
    'The letter may go on in the daemon.',
    `What becomes of it: npx mailprobe letters get ${id}`,
  ]);
}
