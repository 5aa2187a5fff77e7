import type { AccountType } from './account.ts';
import type { Security } from './security.ts';

/** Every stage there is, in order. */
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

/** The stages one test walks through, in order. */
export function stagesOf(type: AccountType, security: Security): (typeof stages)[number][] {
  return stages.filter((stage) => {
    if (stage === 'tls') return security === 'ssl';
    if (stage === 'starttls') return security === 'tls';
    if (stage === 'sender') return type === 'smtp';
    if (stage === 'mailbox') return type !== 'smtp';
    return true;
  });
}
