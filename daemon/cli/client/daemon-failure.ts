import type { ConnectionTrouble } from '../../../shared/connection-trouble.ts';
import type { Refusal } from '../../../shared/refusal.ts';
import { CommandFailure } from '../command-failure.ts';
import { exitCode } from '../exit-code.ts';
import type { DaemonPlace } from '../options/daemon-options.ts';
import { optionOfField } from '../options/connection-settings.ts';
import { startCommandOf, usualPort } from './start-hint.ts';

/** Exit code 3: nothing of ours answers. */
export function daemonNeeded(why: string, place: DaemonPlace, cause?: unknown): CommandFailure {
  return new CommandFailure([why, `Start it with: ${startCommandOf(place)}`], exitCode.daemonNeeded, {
    cause,
  });
}

/** What a broken connection means to who typed the command. */
export function failureOfTrouble(trouble: ConnectionTrouble, place: DaemonPlace): CommandFailure {
  const { directory, port = usualPort } = place;
  switch (trouble.kind) {
    case 'unreachable':
      return daemonNeeded(
        `The Mailprobe daemon is not running: nothing answers on 127.0.0.1:${port} for ${directory}.`,
        place,
        trouble,
      );
    case 'not_paired':
    case 'stranger':
      return daemonNeeded(
        `What answers on 127.0.0.1:${port} is not the Mailprobe daemon of ${directory}: nothing was sent to it. Name the right folder with --data-dir, or the right port.`,
        place,
        trouble,
      );
    case 'wrong_version':
      return failed(
        'The running daemon is of another version than this command: end it and start it again.',
        trouble,
      );
    case 'busy':
      return failed('The daemon has too much to do: wait a little and try again.', trouble);
    case 'lost':
      return failed('The connection to the daemon was lost.', trouble);
  }
}

/** What the daemon refused: its sentence, the options it is about, and the command that helps. */
export function failureOfRefusal({ kind, message, fields = {}, repair }: Refusal): CommandFailure {
  const about = Object.entries(fields).map(([path, sentence]) => ofOption(path, sentence));
  const sentences = [
    ...(about.length > 0 ? new Set(about) : [message]),
    ...(repair === undefined ? [] : [`This helps: ${repair}`]),
  ];
  return new CommandFailure(sentences, kind === 'invalid' ? exitCode.usage : exitCode.failed, {
    refused: kind,
  });
}

function ofOption(path: string, sentence: string): string {
  const field = path.split('.').at(-1) ?? '';
  const confirmed = confirmations[field];
  if (confirmed) return `${sentence} ${confirmed} confirms it.`;
  const option = optionOfField(field);
  return option ? `${option}: ${sentence}` : sentence;
}

/** Fields that no option of their own sets: they are a person's yes. */
const confirmations: Record<string, string> = {
  allowPlain: '--allow-plain',
  allowAddress: '--allow-address',
};

function failed(sentence: string, cause: unknown): CommandFailure {
  return new CommandFailure([sentence], exitCode.failed, { cause });
}
