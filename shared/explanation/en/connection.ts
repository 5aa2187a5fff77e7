import type { KindOf } from '../cause-groups.ts';
import type { Entry } from '../entry.ts';
import { usualPort, usualPorts } from './usual-port.ts';

/** Causes met while finding and reaching the server. */
export const connectionEntries: Record<KindOf<'connection'>, Entry> = {
  dns_not_found: ({ server }) => ({
    why: `DNS knows no address for ${server ? `“${server}”` : 'the name in Server'}. Most often it is misspelled, or the domain of the email address was typed in place of the mail server’s name.`,
    steps: [
      'Compare Server letter by letter with the name in the provider’s instructions.',
      'Use the name of the mail server (often mail., smtp., imap. or pop. before the domain), not the part after the @.',
      'If the name is only known inside a company network, connect to its VPN and test again.',
    ],
  }),
  dns_temporary: {
    why: 'The name server of this network did not answer. The account’s settings may be right.',
    steps: [
      'Check that this computer is online: open any web site.',
      'Test again in a minute.',
      'If it stays so, restart the router or VPN, or choose another DNS server in the network settings.',
    ],
  },
  address_refused: {
    why: 'The name leads to an address that is never a mail server’s, or to this computer or an unusual port that was not confirmed. A password sent there would be in the wrong place.',
    steps: [
      'Check Server and Port for a typing mistake.',
      'If the server name is right, its DNS entry is wrong: tell whoever runs the domain.',
      'If it is meant to be this computer (a mail bridge, say), confirm the address in the account and test again.',
    ],
  },
  connect_refused: (context) => ({
    why: 'The computer answers, but no mail service is open on that port. The port is wrong, the service is stopped, or a firewall turns the connection away.',
    steps: [
      `Check Port: ${usualPorts(context.type)}.`,
      'Check that Server is the mail server, not the web server of the domain.',
      'Ask the administrator whether the mail service runs and is open to your network.',
    ],
  }),
  connect_timeout: (context) => ({
    why:
      context.port === 25
        ? 'Nothing came back on port 25. Most internet providers block that port for their customers.'
        : 'Nothing came back from that address and port: a firewall drops the connection, or the host or port is wrong.',
    steps: [
      context.type === 'smtp'
        ? 'Use port 465 with Enable SSL or port 587 with Enable TLS: port 25 is for servers among themselves.'
        : `Check Port: ${usualPorts(context.type)}.`,
      'Test from another network, such as a phone’s hotspot: if it works there, your network’s firewall blocks the port.',
      'Ask the administrator of the network or of the server to open the port.',
    ],
  }),
  network_unreachable: {
    why: 'This computer has no route to the server’s address: it is offline, a VPN or firewall is in the way, or IPv6 is set up only half.',
    steps: [
      'Check that this computer is online, and that the VPN is on (or off) as the server needs it.',
      'Look at the addresses tried: if only IPv6 ones failed, repair or switch off IPv6 on this network.',
      'Allow Mailprobe in the local firewall or security software.',
    ],
  },
  connection_reset: {
    why: 'The server or a device on the way broke the connection off. Usual reasons: a blocked address, too many connections, or the wrong encryption for that port.',
    steps: [
      'Wait some minutes, then test once more.',
      'Check that Enable SSL or Enable TLS fits Port.',
      'Test from another network; if it works there, a firewall, antivirus or block list on this one is the reason.',
    ],
  },
  connection_closed: {
    why: 'The server ended the session before the test was done. Its last words, if there are any, give the reason.',
    steps: [
      'Read the last line of the server in the session (Enable Debug shows all of it).',
      'Wait some minutes and test again: limits and restarts pass.',
      'If it happens each time, check Port and Enable SSL / Enable TLS, then ask the administrator to look into the server’s log.',
    ],
  },
  greeting_timeout: (context) => ({
    why:
      context.security === 'ssl'
        ? 'The encrypted connection stands, but no greeting came. The server is overloaded, or makes unknown clients wait on purpose.'
        : 'A mail server speaks first, this one did not. Very often such a port expects SSL from the first byte.',
    steps:
      context.security === 'ssl'
        ? [
            'Test again in a few minutes, with a longer timeout.',
            'Ask the administrator whether your address is being slowed down.',
          ]
        : [
            `Turn Enable SSL on, Enable TLS off, and set Port to ${usualPort(context.type, 'ssl')}.`,
            'If the port is right as it is, test again with a longer timeout: some servers make strangers wait.',
            'Check whether an antivirus program or firewall inspects mail connections, and let it leave this one alone.',
          ],
  }),
};
