import { daemonOptions } from './daemon-options.ts';

/** The options of every form of `service`. */
export const serviceOptions = { ...daemonOptions, print: { type: 'boolean', default: false } } as const;
