import * as z from 'zod/mini';
import type { AccountType, Security } from './account.ts';

export const stages = [
  'resolve',
  'connect',
  'tls',
  'greeting',
  'starttls',
  'login',
  'sender',
  'mailbox',
  'logout',
] as const;

export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;

/** The stages one test walks through, in order. */
export function stagesOf(type: AccountType, security: Security): Stage[] {
  return stages.filter((stage) => {
    if (stage === 'tls') return security === 'ssl';
    if (stage === 'starttls') return security === 'tls';
    if (stage === 'sender') return type === 'smtp';
    if (stage === 'mailbox') return type !== 'smtp';
    return true;
  });
}
