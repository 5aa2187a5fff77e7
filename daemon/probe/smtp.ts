import { openChannel } from './open-channel.ts';
import { type Probe, stage } from './session.ts';
import { has } from './smtp-capabilities.ts';
import { smtpDialect } from './smtp-dialect.ts';
import { mailFrom } from './smtp-envelope.ts';
import { smtpLogin } from './smtp-login.ts';
import { readAccepted } from './smtp-replies.ts';
import { shortened } from './wire/last-words.ts';

/** SMTP (RFC 5321): nodemailer speaks EHLO and AUTH; the envelope that sends nothing is ours. */
export const smtp: Probe = async function* (session) {
  const channel = yield* openChannel(session, smtpDialect);
  const { wire, capabilities } = channel;
  yield* smtpLogin(session, channel);
  const pipelining = has(capabilities, 'PIPELINING');

  yield* stage(session, 'sender', async () => {
    const command = mailFrom(session.settings.from ?? '', capabilities);
    // RFC 2920 §3.1: QUIT may only be the last of a group.
    wire.writeLines(...(pipelining ? [command, 'RSET', 'QUIT'] : [command]));
    const reply = await readAccepted(wire, '250');
    if (!pipelining) wire.writeLines('RSET');
    await readAccepted(wire, '250');
    return {
      result: undefined,
      evidence: { from: command.slice('MAIL FROM:'.length), reply: shortened(reply) },
    };
  });

  yield* stage(session, 'logout', async () => {
    if (!pipelining) wire.writeLines('QUIT');
    return { result: undefined, evidence: { reply: shortened(await readAccepted(wire, '221')) } };
  });
};
