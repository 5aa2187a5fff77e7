import { type ExitCode, exitCode } from '../exit-code.ts';
import { explainArguments } from '../options/explain-arguments.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** Longer pastes are cut: the reply that matters stands in far less. */
const mostCharacters = 65_536;

/** `mailprobe explain`: the cause and the steps for pasted server text. Throws UsageError. */
export async function explainReply(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { text: given, hints, json } = explainArguments(args);
  const text = (given ?? (await pasted(terminal))).slice(0, mostCharacters);
  if (text.trim() === '') {
    throw new UsageError('There is no text to explain. For example: npx mailprobe explain "535 5.7.8 Error"');
  }
  const [{ classifyText }, { guessText, guessJson }] = await Promise.all([
    import('../../probe/classify.ts'),
    import('../report/guess.ts'),
  ]);
  const guess = classifyText(text, hints);
  terminal.stdout.write(json ? guessJson(guess, text) : guessText(guess, text, terminal.stdout));
  return guess ? exitCode.done : exitCode.failed;
}

async function pasted({ stdin, stderr }: Terminal): Promise<string> {
  if (stdin.isTTY) stderr.write('Paste the text, then press Enter and Ctrl-D:\n');
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stdin) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (text.length > mostCharacters) break;
  }
  return text;
}
