import * as z from 'zod/mini';
import type { AccountType } from './account.ts';
import { Id } from './id.ts';

export const logSources = [
  'SMTP Auth',
  'IMAP Auth',
  'POP3 Auth',
  'Email Logger',
  'Incoming Mail',
  'Outgoing Mail',
  'System',
] as const;
export const LogSource = z.enum(logSources);
export type LogSource = z.infer<typeof LogSource>;

/** In rising order. */
export const logLevels = ['Debug', 'Info', 'Warning', 'Error'] as const;
export const LogLevel = z.enum(logLevels);
export type LogLevel = z.infer<typeof LogLevel>;

/** One record of the Main Log (contract §3). */
export const LogRecord = z.strictObject({
  id: Id,
  /** ISO 8601, UTC, milliseconds. */
  createdAt: z.iso.datetime({ precision: 3 }),
  source: LogSource,
  level: LogLevel,
  message: z.string(),
  username: z.string(),
  createdBy: Id,
  accountId: z.optional(Id),
  testId: z.optional(Id),
});
export type LogRecord = z.infer<typeof LogRecord>;

/** The source that the walk of a test of this type is logged under. */
export const authSource: Record<AccountType, LogSource> = {
  smtp: 'SMTP Auth',
  imap: 'IMAP Auth',
  pop3: 'POP3 Auth',
};
