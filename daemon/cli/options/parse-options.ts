import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { visibleText } from '../../../shared/visible-text.ts';
import { nearest } from '../nearest.ts';
import { UsageError } from '../usage-error.ts';
import { refusePasswordArgument } from './password-argument.ts';

/** What people call an option elsewhere, and what it is called here. */
const otherNames: Record<string, string> = {
  host: 'server',
  hostname: 'server',
  login: 'user',
  name: 'user',
  username: 'user',
  protocol: 'type',
  sender: 'from',
  starttls: 'tls',
  stls: 'tls',
  verbose: 'debug',
  verify: 'insecure',
};

/** Strict parsing with Mailprobe's own sentences; a value is never repeated in them. Throws UsageError. */
export function parseOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  refusePasswordArgument(args);
  const config = { args: [...args], options, allowPositionals: true, strict: true, tokens: true } as const;
  try {
    const parsed = parseArgs(config);
    refuseTwice(parsed.tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : [])));
    return parsed;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(sentenceFor(error, options));
  }
}

function refuseTwice(names: string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new UsageError(`--${twice}: is given twice; give it once.`);
}

function sentenceFor(error: unknown, options: ParseArgsOptionsConfig): string {
  // parseArgs names the option in quotes, and never the value.
  const option = error instanceof Error ? (/'(?:-\w, )?(-[^' =]*)/.exec(error.message)?.[1] ?? '') : '';
  const name = option.replace(/^-+/, '');
  const known = Object.hasOwn(options, name) ? options[name] : undefined;
  if (known?.type === 'string') {
    return `${option}: needs a value. When the value begins with a dash, write ${option}=VALUE.`;
  }
  if (known) return `${option}: takes no value.`;
  const meant = otherNames[name] ?? nearest(name, Object.keys(options));
  const hint = meant && Object.hasOwn(options, meant) ? ` Did you mean --${meant}?` : '';
  return `${visibleText(option, 40)}: there is no such option.${hint}`;
}
