import { connectionOptions } from './connection-options.ts';
import { daemonOptionsWithoutPort } from './daemon-options.ts';

const shared = {
  ...connectionOptions,
  ...daemonOptionsWithoutPort,
  name: { type: 'string' },
  label: { type: 'string' },
  'allow-plain': { type: 'boolean', default: false },
  'allow-address': { type: 'boolean', default: false },
  'password-stdin': { type: 'boolean', default: false },
  inactive: { type: 'boolean', default: false },
} as const;

/** The options of `accounts add`. */
export const addOptions = shared;

/** The options of `accounts change`: also those that take something back. */
export const changeOptions = {
  ...shared,
  active: { type: 'boolean', default: false },
  'no-debug': { type: 'boolean', default: false },
  'no-insecure': { type: 'boolean', default: false },
  'no-pin': { type: 'boolean', default: false },
} as const;
