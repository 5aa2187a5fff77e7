import { LetterForm } from '../../../shared/letter-form.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { openDaemon } from '../client/open-daemon.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { daemonOptions, daemonPlace } from '../options/daemon-options.ts';
import { parseOptions } from '../options/parse-options.ts';
import { idWord, noWords } from '../options/words.ts';
import { followLetter } from '../report/follow-letter.ts';
import { jsonLine } from '../report/json-line.ts';
import { holdNow, sentWords } from '../report/sent-words.ts';
import type { Terminal } from '../terminal.ts';
import { typedText } from '../typed-text.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  ...daemonOptions,
  to: { type: 'string' },
  cc: { type: 'string' },
  bcc: { type: 'string' },
  subject: { type: 'string' },
  account: { type: 'string' },
  text: { type: 'string' },
  test: { type: 'boolean', default: false },
  wait: { type: 'boolean', default: false },
} as const;

/** `mailprobe send`: writes a letter; the daemon sends it. Throws UsageError. */
export async function send(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { stdout } = terminal;
  const { values, positionals } = parseOptions(args, options);
  noWords('send', positionals);
  const { to, cc, bcc, subject, account } = values;
  const missing = [...(to === undefined ? ['--to'] : []), ...(subject === undefined ? ['--subject'] : [])];
  if (missing.length > 0) throw new UsageError(...missing.map((option) => `${option} is missing.`));
  const written = {
    to: to ?? '',
    subject: subject ?? '',
    ...(cc === undefined ? {} : { cc }),
    ...(bcc === undefined ? {} : { bcc }),
    ...(values.test ? { test: true as const } : {}),
    ...(account === undefined ? {} : { accountId: idWord('--account', account) }),
  };
  // Before the text is asked for: nobody types it in vain.
  checked({ ...written, text: '' });
  const form = checked({ ...written, text: values.text ?? (await typedText(terminal)) });
  const daemon = await openDaemon(daemonPlace(values));
  const sent = await daemon.call('lettersSend', form);
  if (values.wait) return followLetter(daemon, sent.letterId, terminal, values.json);
  const held = await holdNow(daemon, sent.letterId);
  if (values.json) jsonLine({ ...sent, ...held }, stdout);
  else {
    const by = `account ${sent.accountId}${sent.byDefault ? ', the default one' : ''}`;
    stdout.write(`${sentWords(sent.letterId, held, `by ${by}`)}\n`);
    if (sent.redirectedTo !== undefined)
      stdout.write(
        `It goes to ${visibleText(sent.redirectedTo, 500)} in place of its recipients (simple.email.test.user).\n`,
      );
    stdout.write(`What becomes of it: npx mailprobe letters get ${sent.letterId}\n`);
  }
  return exitCode.done;
}

function checked(form: LetterForm): LetterForm {
  const { data, error } = LetterForm.safeParse(form);
  if (data) return data;
  const sentences = error.issues.map(({ path, message }) => `--${String(path[0])}: ${message}`);
  throw new UsageError(...sentences.map((sentence) => visibleText(sentence, 500)));
}
