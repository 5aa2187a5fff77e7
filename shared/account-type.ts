import * as z from 'zod/mini';

export const accountTypes = ['smtp', 'imap', 'pop3'] as const;
export const AccountType = z.enum(accountTypes);
export type AccountType = z.infer<typeof AccountType>;
