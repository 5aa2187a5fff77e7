import { CodedFailure } from './known-failure.ts';
import { closePop3, openPop3 } from './pop3-session.ts';
import { type Probe, stage } from './session.ts';

/** POP3 (RFC 1939, 2449): node-pop3 speaks CAPA, USER, PASS, STAT and UIDL; nothing is deleted. */
export const pop3: Probe = async function* (session) {
  const { wire, client, capabilities } = yield* openPop3(session);
  const pipelining = capabilities.includes('PIPELINING');

  yield* stage(session, 'mailbox', async () => {
    if (pipelining) client.sendAhead('STAT', 'UIDL', 'QUIT');
    const evidence = await client.list();
    if (evidence.newest.length === 0 && evidence.count > 0) {
      if (capabilities.includes('UIDL')) throw new CodedFailure('EREFUSED', 'The server refused UIDL.');
      session.warnings.push({ kind: 'no_uidl' });
    }
    return { result: undefined, evidence };
  });

  yield* closePop3(session, wire, { sent: pipelining });
};
