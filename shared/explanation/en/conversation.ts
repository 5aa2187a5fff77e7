import type { KindOf } from '../cause-groups.ts';
import type { Entry } from '../entry.ts';
import { usualPorts } from './usual-port.ts';

/** Causes in the conversation with the server, and ours. */
export const conversationEntries: Record<KindOf<'conversation'>, Entry> = {
  reply_timeout: {
    why: 'A command was sent and no answer came in time: the server is slow, overloaded, or slows down clients it does not know.',
    steps: [
      'Test again in a few minutes, with a longer timeout.',
      'If it hangs at the same stage each time, send the session (Enable Debug) to the administrator.',
    ],
  },
  wrong_protocol: ({ type }) => ({
    why: `What came back is not ${type ? type.toUpperCase() : 'the protocol of this account'}. Type, Server or Port belong to different services.`,
    steps: [
      `Check Type and Port: ${usualPorts(type)}.`,
      'Check that Server is the mail server, not a web site or a proxy.',
      'Behind a company or hotel network, log in to the network first: its gateway may answer for everyone.',
    ],
  }),
  protocol_error: {
    why: 'The server answered in a way the protocol does not allow, or refused a command as invalid. A proxy or firewall in between often garbles the session.',
    steps: [
      'Check Type, Port and Enable SSL / Enable TLS.',
      'Test from another network to rule out a proxy or an antivirus program that reads mail.',
      'Turn Enable Debug on, test again and send the session to the administrator.',
    ],
  },
  response_too_large: {
    why: 'A line or reply went past the limit, so the test was stopped. A mail server does not do that in a login.',
    steps: [
      'Check Server and Port: this may be no mail server at all.',
      'If it is the right one, tell its administrator.',
    ],
  },
  server_temporary: {
    why: 'It says itself that it cannot serve right now. The account’s settings are not the reason.',
    steps: [
      'Change nothing; test again in 15 minutes.',
      'Look at the provider’s status page.',
      'If it lasts longer than a few hours, send the server’s words to its support.',
    ],
  },
  server_error: {
    why: 'Something is broken or misconfigured on the server’s side. Only its administrator can mend it.',
    steps: [
      'Send the server’s words and the time of the test to its administrator.',
      'Test again once they have answered.',
    ],
  },
  server_notice: {
    why: 'It refused and asks that its own words be shown. They stand with this result.',
    steps: [
      'Read the server’s words and do as they say.',
      'If they mention maintenance, test again when it is over.',
    ],
  },
  connection_limit: {
    why: 'The server allows only so many sessions for a user or an address, and all are taken. Name and password are not the reason.',
    steps: [
      'Close other mail programs and phones that use this mailbox, and wait a few minutes.',
      'Lower the number of connections in those programs’ account settings.',
      'On your own Dovecot, raise mail_max_userip_connections.',
    ],
  },
  rate_limited: {
    why: 'The server counted too many requests or messages from this account or address and asks for a pause.',
    steps: [
      'Stop testing for at least 15 minutes; a daily limit needs up to 24 hours.',
      'Look for a program that polls or sends with this account too often.',
      'If you need more, ask the provider for a higher limit.',
    ],
  },
  login_delay: {
    why: 'It demands a minimum time between two logins, and that time is not over.',
    steps: [
      'Wait some minutes, then test once.',
      'Set a longer interval in every program that checks this mailbox.',
    ],
  },
  client_host_rejected: ({ type }) => ({
    why: 'Your IP address is on a block list, has no reverse DNS name, or is not allowed there. The account itself was not judged.',
    steps: [
      type === 'smtp'
        ? 'Send through your provider’s own server with login: port 465 with Enable SSL or port 587 with Enable TLS, not port 25.'
        : 'Test from another network, without a VPN.',
      'Follow the link in the server’s words, or look your address up at the block list it names.',
      'For a server of your own: set a reverse DNS name for its address and ask the list to remove it.',
    ],
  }),
  unexpected_preauth: {
    why: 'It greeted with PREAUTH before encryption, which would skip both STARTTLS and the password. That is refused as unsafe.',
    steps: [
      'Use the SSL port: turn Enable SSL on and set Port to 993.',
      'Ask the administrator why the server greets with PREAUTH: it may be an attack on the way.',
    ],
  },
  internal_error: {
    why: 'Something unexpected happened in this program. It says nothing about the account.',
    steps: [
      'Test once more.',
      'If it happens again, turn Enable Debug on, test, and report the log record with its time.',
    ],
  },
};
