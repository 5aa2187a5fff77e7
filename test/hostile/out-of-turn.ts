import type { AccountType } from '../../shared/account.ts';
import type { Reply } from '../servers/scripts/responder.ts';
import { close, send } from '../servers/steps.ts';
import { type HostileCase, server } from './hostile-case.ts';

/** Replies to what was not asked yet, or not said whole: never a pass. */
export function outOfTurn(type: AccountType): HostileCase[] {
  const on: Record<AccountType, [string, Record<string, Reply | Reply[]>][]> = {
    smtp: [
      ['all replies behind AUTH', { AUTH: ['235 2.7.0 in', '250 ok', '250 ok', '221 bye'] }],
      ['a login told behind EHLO', { EHLO: ['250-x', '250 AUTH PLAIN', '235 2.7.0 in'] }],
      ['250 to AUTH', { AUTH: '250 ok' }],
      ['421 in the middle', { MAIL: ['421 4.3.2 Shutting down', close()] }],
    ],
    imap: [
      ['all replies in the greeting', { GREETING: '* OK hi\r\n1 OK in\r\n2 OK in\r\n3 OK in\r\n4 OK in' }],
      ['OK to AUTHENTICATE without a challenge', { AUTHENTICATE: 'OK in' }],
      ['an unknown tag', { AUTHENTICATE: send('X9 OK in') }],
      ['BYE in the middle', { EXAMINE: ['* BYE Shutting down', close()] }],
      ['a list that is not there', { 'UID SEARCH': 'OK done' }],
    ],
    pop3: [
      ['a reply behind the greeting', { GREETING: ['+OK hi', '+OK in'] }],
      ['-ERR in the middle', { STAT: ['-ERR [SYS/TEMP] Shutting down', close()] }],
      ['a count that is none', { STAT: '+OK garbage' }],
      ['a count that the list belies', { STAT: '+OK 5 100' }],
      ['a list that is refused', { UIDL: '-ERR [SYS/PERM] database corrupted' }],
    ],
  };
  return on[type].map(([name, replies]) => ({ name, security: 'ssl', script: server(type, 'ssl', replies) }));
}
