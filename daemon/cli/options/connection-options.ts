/** The options that describe a connection, as `node:util` parses them: the same for a test and for an account. */
export const connectionOptions = {
  type: { type: 'string' },
  server: { type: 'string' },
  port: { type: 'string' },
  user: { type: 'string' },
  ssl: { type: 'boolean', default: false },
  tls: { type: 'boolean', default: false },
  plain: { type: 'boolean', default: false },
  insecure: { type: 'boolean', default: false },
  pin: { type: 'string' },
  from: { type: 'string' },
  debug: { type: 'boolean', default: false },
} as const;

/** They as they were typed. */
export interface ConnectionValues {
  type?: string | undefined;
  server?: string | undefined;
  port?: string | undefined;
  user?: string | undefined;
  ssl: boolean;
  tls: boolean;
  plain: boolean;
  insecure: boolean;
  pin?: string | undefined;
  from?: string | undefined;
  debug: boolean;
}
