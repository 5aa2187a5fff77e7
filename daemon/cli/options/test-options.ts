import { parseOptions } from './parse-options.ts';

const options = {
  type: { type: 'string' },
  server: { type: 'string' },
  port: { type: 'string' },
  user: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
  ssl: { type: 'boolean', default: false },
  tls: { type: 'boolean', default: false },
  plain: { type: 'boolean', default: false },
  insecure: { type: 'boolean', default: false },
  pin: { type: 'string' },
  ca: { type: 'string' },
  from: { type: 'string' },
  debug: { type: 'boolean', default: false },
  timeout: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** Every option of `test`, without its dashes. */
export const testOptionNames: readonly string[] = Object.keys(options);

/** The options of `test` as they were typed (contract §5), and the words that belong to no option. */
export function testOptions(args: readonly string[]) {
  const { values, positionals } = parseOptions(args, options);
  return { values, positionals };
}

export type TestValues = ReturnType<typeof testOptions>['values'];
