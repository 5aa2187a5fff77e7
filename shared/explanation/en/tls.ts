import type { KindOf } from '../cause-groups.ts';
import type { Advice, Entry, ExplanationContext } from '../entry.ts';
import { sslWasUsed } from '../ssl-was-used.ts';
import { usualPort } from './usual-port.ts';

/** Causes in the encryption and the certificate. */
export const tlsEntries: Record<KindOf<'tls'>, Entry> = {
  tls_wrong_mode: (context) => (sslWasUsed(context) ? sslToPlain(context) : plainToSsl(context)),
  tls_protocol_version: {
    why: 'The server offers only old versions (TLS 1.0 or 1.1), which are broken and no longer used here.',
    steps: [
      'Ask the administrator to switch on TLS 1.2 or 1.3 on the mail server.',
      'Ask the provider whether it has a newer server name, and put that into Server.',
    ],
  },
  tls_handshake_failed: {
    why: 'Both sides speak TLS but found no common cipher, or the server wants a certificate from the client.',
    steps: [
      'Check Server: some servers accept only the exact host name.',
      'Ask the administrator which ciphers are on, and whether client certificates are demanded on this port.',
      'Switch off mail inspection of an antivirus program or firewall and test again.',
    ],
  },
  tls_closed: {
    why: 'The connection was closed in the middle of the TLS handshake: the wrong port, a block, or a fault in the server’s TLS set-up.',
    steps: [
      'Check that Enable SSL or Enable TLS fits Port.',
      'Wait some minutes and test again.',
      'Ask the administrator to look for TLS errors in the server’s log.',
    ],
  },
  tls_timeout: {
    why: 'The server, or a device on the way, stopped answering in the middle of the TLS handshake.',
    steps: [
      'Test again; then test from another network.',
      'Turn off a VPN for the test: some lose the large packets of a handshake.',
      'Check that Port is an SSL port when Enable SSL is on.',
    ],
  },
  cert_expired: {
    why: 'The certificate was valid until a date that has passed. Whoever runs the server forgot to renew it, or this computer’s clock is wrong.',
    steps: [
      'Check date and time of this computer.',
      'Tell the administrator that the certificate must be renewed and the mail service restarted.',
      'Do not switch certificate checks off meanwhile: wait for the new certificate.',
    ],
  },
  cert_not_yet_valid: {
    why: 'Its first day of validity lies in the future. Nearly always this computer’s clock is behind.',
    steps: [
      'Set date, time and time zone of this computer.',
      'If they are right, ask the administrator for a certificate that is valid now.',
    ],
  },
  cert_hostname_mismatch: ({ server }) => ({
    why: `The server’s certificate does not name ${server ? `“${server}”` : 'the host in Server'}. Either Server holds an alias or IP address, or this is not the right server.`,
    steps: [
      'Put one of the names listed in the certificate into Server, if it belongs to your provider.',
      'If Server holds an IP address, use the host name instead.',
      'If no name fits, ask the provider for the right one, or the administrator for a certificate with this name.',
      'Do not go on if the names are strange to you: someone may stand between you and the server.',
    ],
  }),
  cert_self_signed: {
    why: 'No authority vouches for it, so a stranger’s server could show one just like it. It is common on private servers and mail bridges.',
    steps: [
      'Ask the administrator for the SHA-256 fingerprint by another way (phone, in person) and compare it with the one shown.',
      'If they agree, pin this certificate in the account: then this one is accepted and no other.',
      'Better still, ask for a certificate of a public authority; it costs nothing.',
    ],
  },
  cert_untrusted_issuer: {
    why: 'Its chain ends at an issuer this computer does not trust, or the server leaves out an intermediate certificate. Antivirus programs and company firewalls that read mail look like this too.',
    steps: [
      'Look at the issuer shown: if it is your antivirus or company, switch off its mail scanning or install its CA in this system.',
      'If it is a public authority, tell the administrator that the server must send the full chain.',
      'For a private CA: import the CA’s certificate, or compare the fingerprint with the administrator and pin it in the account.',
    ],
  },
  cert_pin_mismatch: {
    why: 'The certificate was pinned in this account, and the server now shows a different one. It was renewed with a new key, or this is another server.',
    steps: [
      'Do not send a password before this is clear.',
      'Ask the administrator whether the certificate changed, and compare the new fingerprint.',
      'If it is right, remove the old pin and pin the new certificate.',
    ],
  },
  cert_invalid: {
    why: 'It is revoked, signed wrongly, too weak, or not meant for servers.',
    steps: [
      'Send the finding shown to the administrator: a new certificate is needed.',
      'Do not log in over this connection until it is replaced.',
    ],
  },
  starttls_required: (context) => ({
    why: 'It refuses to go on before the connection is encrypted with STARTTLS.',
    steps: [
      `Turn Enable TLS on for port ${usualPort(context.type, 'tls')}.`,
      `Or turn Enable SSL on and set Port to ${usualPort(context.type, 'ssl')}.`,
    ],
  }),
  starttls_unavailable: (context) => ({
    why: 'Enable TLS is on, but the server does not upgrade this connection, or cannot at the moment. The password was not sent.',
    steps: [
      `Turn Enable SSL on, Enable TLS off, and set Port to ${usualPort(context.type, 'ssl')}.`,
      'If the server says “temporary” or “local problem”, its certificate or TLS set-up is broken: tell its administrator.',
      'Do not fall back to an unencrypted connection: a missing STARTTLS can also be a sign of an attack on the way.',
    ],
  }),
  starttls_injection: {
    why: 'Bytes arrived between the server’s consent to STARTTLS and the handshake. That is a faulty server or an attack; nothing was sent on.',
    steps: [
      'Do not use this connection; test from another network.',
      'Use the SSL port instead: turn Enable SSL on.',
      'Report it to the administrator of the server.',
    ],
  },
};

function sslToPlain({ type, port }: ExplanationContext): Advice {
  return {
    why: `Enable SSL speaks TLS from the first byte, but ${port ? `port ${port}` : 'this port'} answers in plain text. Programs show this as “wrong version number”.`,
    steps: [
      `To keep Enable SSL, set Port to ${usualPort(type, 'ssl')}.`,
      `To keep the port (such as ${usualPort(type, 'tls')}), turn Enable SSL off and Enable TLS on: then STARTTLS encrypts the connection.`,
      'Check that Server is the mail server: a web or proxy server answers in plain text too.',
    ],
  };
}

function plainToSsl({ type, port, security }: ExplanationContext): Advice {
  return {
    why: `${security === 'plain' ? 'The test began without encryption' : 'Enable TLS begins in plain text (STARTTLS)'}, but ${port ? `port ${port}` : 'this port'} speaks TLS at once.`,
    steps: [
      `Turn Enable SSL on and Enable TLS off; the usual port is ${usualPort(type, 'ssl')}.`,
      `Or keep Enable TLS and set Port to ${usualPort(type, 'tls')}.`,
    ],
  };
}
