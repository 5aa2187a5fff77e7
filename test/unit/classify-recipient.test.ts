import { expect, test } from 'vitest';
import { classify, classifyText } from '../../daemon/probe/classify.ts';
import type { FailureKind } from '../../shared/failure.ts';

/** Without and with a step that is known, and as somebody pastes it. */
function kinds(reply: string) {
  const at = { type: 'smtp', stage: 'sender', security: 'tls', host: '127.0.0.1', reply } as const;
  return {
    unknown: classify(at).kind,
    recipient: classify({ ...at, step: 'recipient' }).kind,
    letter: classify({ ...at, step: 'letter' }).kind,
    pasted: classifyText(reply)?.kind,
  };
}

test.each([
  '554 5.7.1 <a@b.example>: Recipient address rejected: Access denied',
  '554 5.7.1 <a@b.example>: Recipient address rejected: This letter is not wanted here',
  '554 5.7.1 <a@mail.client.example>: Recipient address rejected: Not now',
  '550 5.1.1 <a@b.example>: Recipient address rejected: User unknown in local recipient table',
  '550 5.4.1 Recipient address rejected: Access denied. [DB5EUR01FT1.eop-EUR01.prod.protection.outlook.com]',
])('a recipient who is refused is not our network address: %s', (reply) => {
  expect(kinds(reply)).toEqual({
    unknown: 'recipient_rejected',
    recipient: 'recipient_rejected',
    // The recipient was taken before: it is about what came since.
    letter: 'message_rejected_policy',
    pasted: 'recipient_rejected',
  });
});

test.each<[FailureKind, string]>([
  ['client_host_rejected', 'Your IP address is blocked'],
  ['client_host_rejected', 'Your MTA is listed in too many DNSBLs'],
  ['message_rejected_policy', 'SPF fail'],
  ['relay_denied', 'Relay access denied'],
])('%s where the words behind it say so: %s', (kind, words) => {
  const reply = `554 5.7.1 <a@b.example>: Recipient address rejected: ${words}`;
  expect(new Set(Object.values(kinds(reply)))).toEqual(new Set([kind]));
});
