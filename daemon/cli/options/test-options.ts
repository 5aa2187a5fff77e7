import { connectionOptions } from './connection-options.ts';
import { parseOptions } from './parse-options.ts';

const options = {
  ...connectionOptions,
  'password-stdin': { type: 'boolean', default: false },
  ca: { type: 'string' },
  timeout: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** Every option of `test`, without its dashes. */
export const testOptionNames: readonly string[] = Object.keys(options);

/** Those that the next argument belongs to, with their dashes. */
export const testValueOptions: ReadonlySet<string> = new Set(
  Object.entries(options).flatMap(([name, { type }]) => (type === 'string' ? [`--${name}`] : [])),
);

/** The options of `test` as they were typed (contract §5), and the words that belong to no option. */
export function testOptions(args: readonly string[]) {
  const { values, positionals } = parseOptions(args, options);
  return { values, positionals };
}

export type TestValues = ReturnType<typeof testOptions>['values'];
