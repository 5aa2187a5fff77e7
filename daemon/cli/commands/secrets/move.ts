import { type SecretBackend, secretBackends } from '../../../../shared/secret-place.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import type { Secret } from '../../../secret.ts';
import { openDaemon } from '../../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { nearest } from '../../nearest.ts';
import { daemonOptions, daemonPlace } from '../../options/daemon-options.ts';
import { parseOptions } from '../../options/parse-options.ts';
import { exactWords } from '../../options/words.ts';
import { readPassphrase } from '../../password/read-password.ts';
import { jsonLine } from '../../report/json-line.ts';
import { secretBackendNames } from '../../report/secret-words.ts';
import type { Terminal } from '../../terminal.ts';
import { UsageError } from '../../usage-error.ts';

const options = { ...daemonOptions, 'passphrase-stdin': { type: 'boolean', default: false } } as const;

/** Security §4. */
const leastCharacters = 12;

/** `mailprobe secrets move PLACE`: copies all passwords there, reads each back, then removes the old ones. Throws UsageError. */
export async function moveSecrets(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const [word] = exactWords('secrets move', ['keychain|vault|vault-keyfile'], positionals);
  const to = backendNamed(word);
  if (values['passphrase-stdin'] && to !== 'vault') {
    throw new UsageError('--passphrase-stdin: belongs to vault alone; the other places take no passphrase.');
  }
  const daemon = await openDaemon(daemonPlace(values));
  const passphrase = to === 'vault' ? await newPassphrase(terminal, values['passphrase-stdin']) : undefined;
  if (to === 'vault' && !passphrase) return exitCode.failed;
  const { moved, place } = await daemon.call('secretsMove', { to }, { passphrase: passphrase?.open() });
  const { stdout } = terminal;
  if (values.json) jsonLine({ moved, place }, stdout);
  else {
    const count = moved === 1 ? '1 password was moved.' : `${moved} passwords were moved.`;
    stdout.write(`${count} New ones go to the ${secretBackendNames[place.backend]}.\n`);
    stdout.write(`${visibleText(place.sentence)}\n`);
  }
  return exitCode.done;
}

function backendNamed(word: string): SecretBackend {
  const backend = secretBackends.find((known) => known === word);
  if (backend) return backend;
  const near = nearest(word, secretBackends);
  const hint = near ? `Did you mean ${near}?` : `Places: ${secretBackends.join(', ')}.`;
  throw new UsageError(`secrets move: there is no place "${visibleText(word, 30)}". ${hint}`);
}

/** Typed twice at a terminal: nobody sees what was typed, and without it the passwords are gone. */
async function newPassphrase(terminal: Terminal, fromStdin: boolean): Promise<Secret | undefined> {
  const first = await readPassphrase(terminal, {
    fromStdin,
    question: `Passphrase of the vault (${leastCharacters} characters or more): `,
  });
  if (!first) return undefined;
  if ([...first.open()].length < leastCharacters) {
    throw new UsageError(`The passphrase is shorter than ${leastCharacters} characters.`);
  }
  if (!terminal.stdin.isTTY) return first;
  const second = await readPassphrase(terminal, { fromStdin, question: 'The same once more: ' });
  if (second && second.open() !== first.open()) throw new UsageError('The two passphrases differ.');
  return second;
}
