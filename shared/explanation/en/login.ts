import type { KindOf } from '../cause-groups.ts';
import type { Entry } from '../entry.ts';
import { usualPorts } from './usual-port.ts';

/** Causes at the login. */
export const loginEntries: Record<KindOf<'login'>, Entry> = {
  auth_bad_credentials: {
    why: 'The server does not accept this user name with this password. Many providers also say so when an app password was revoked or is needed.',
    steps: [
      'Type the password again by hand: no space before or after it, in the right keyboard layout.',
      'Set User Name to the full email address; if it is already, try the part before the @.',
      'Log in to the provider’s web mail with the same user name and password to see whether they are right.',
      'If the account uses two-step login, create an app password there and put it into Password.',
    ],
  },
  auth_ambiguous: ({ type }) => ({
    why: `These words stand for a wrong password, for ${type ? type.toUpperCase() : 'mail program'} access that is switched off, and for an account that needs another kind of password.`,
    steps: [
      'Log in to web mail with the same user name and password. If that fails, the password is wrong: mend it first.',
      'If web mail works, look in its settings for IMAP / POP3 / mail program access and switch it on.',
      'If it is on, create an app password (needed with two-step login), put it into Password and test once more.',
      'Wait some minutes between tests: a lock after many attempts sounds the same.',
    ],
  }),
  auth_app_password_required: {
    why: 'The provider does not take the normal password from mail programs. It wants one made for this program only.',
    steps: [
      'Log in to the provider’s web site and open its security settings.',
      'Create an app password (also called application password or authorization code) for mail.',
      'Put it into Password exactly as shown, without spaces, and test again.',
    ],
  },
  auth_app_password_likely: {
    why: 'This provider refuses the normal password with the same words as a wrong one, so most often an app password is missing.',
    steps: [
      'Create an app password in the security settings of the provider’s web site.',
      'Put it into Password without spaces, and test again.',
      'Check User Name: the full address at most providers.',
    ],
  },
  auth_oauth_required: {
    why: 'The provider has switched login by password off for mail programs and takes OAuth2 (modern authentication) only. An app password does not help.',
    steps: [
      'Use a mail program that offers “Sign in with …” for this provider.',
      'For devices and scripts, use a relay or another provider that still takes a password.',
      'In a company, ask the administrator whether password login can be allowed for this mailbox.',
    ],
  },
  auth_web_login_required: {
    why: 'It found this login unusual and waits until you confirm it in a browser.',
    steps: [
      'Open the link in the server’s words, or the provider’s web mail, in a browser on this network.',
      'Log in, answer the security question or confirm the device.',
      'Test again within ten minutes.',
    ],
  },
  auth_protocol_disabled: ({ type }) => ({
    why: 'The account exists, but this kind of access is not allowed. The password is not the reason.',
    steps: [
      'Log in to web mail and open the settings for forwarding, POP/IMAP or mail programs.',
      `Switch ${type ? type.toUpperCase() : 'the protocol'} access on, save, and wait a few minutes.`,
      'In a company or school, ask the administrator: the switch may be theirs alone.',
    ],
  }),
  auth_account_disabled: {
    why: 'The server knows the account but does not let it in. That is a decision of the provider or its administrator.',
    steps: [
      'Log in to web mail: it often says why, and how to unlock.',
      'Ask the administrator or the provider’s support to enable the account.',
      'Do not go on testing: further attempts can prolong a lock.',
    ],
  },
  auth_policy_blocked: {
    why: 'Name and password may be right, but a rule about place, device, address or kind of login says no.',
    steps: [
      'Ask the administrator to look at the sign-in log for the time of this test.',
      'Test from the network or country you normally use, without a VPN.',
    ],
  },
  auth_password_expired: {
    why: 'The server wants a new password before anyone may log in.',
    steps: [
      'Set a new password in web mail or at your computer’s login.',
      'Put the new one into Password and test again.',
      'Change it in every other program that uses this mailbox, or it will lock the account.',
    ],
  },
  auth_password_transition: {
    why: 'The server changed how it stores passwords and needs to see yours once in another way.',
    steps: ['Log in to web mail once with the same password.', 'Test again with the same settings.'],
  },
  auth_rate_limited: {
    why: 'The server stopped taking logins for a while, from this account or this address. Testing again now makes the wait longer.',
    steps: [
      'Stop every program that tries to log in with an old password.',
      'Wait at least 15 minutes; some providers lock for an hour or a day.',
      'Check the password in web mail, then test once.',
    ],
  },
  auth_temporary: {
    why: 'Its user database or login service does not answer. Name and password were not judged.',
    steps: [
      'Change nothing; test again in some minutes.',
      'If you run the server, check its login service (Dovecot auth, saslauthd, LDAP) and its log.',
    ],
  },
  auth_required: {
    why: 'It refused to go on because nobody was logged in.',
    steps: [
      'Fill in User Name and Password.',
      'Use a port meant for clients, where login is offered: 465 with Enable SSL or 587 with Enable TLS for SMTP.',
    ],
  },
  auth_privacy_required: (context) => ({
    why: 'This connection is not encrypted, so the login was refused. If a password was already sent, others on the network could read it.',
    steps: [
      `Choose encryption: ${usualPorts(context.type)}.`,
      'If the server says that the password was exposed, change it.',
    ],
  }),
  auth_mechanism_unsupported: (context) => ({
    why: 'The server offers no login on this connection, or only ways this program does not speak. Many servers offer login only after encryption, or only on the client ports.',
    steps: [
      `Choose encryption: ${usualPorts(context.type)}.`,
      'If encryption is on and Port is not 25 (many servers offer no login there), ask the administrator to offer PLAIN or LOGIN over TLS.',
      'If the server offers OAuth2 only, use a program that signs in with it: a password cannot work.',
    ],
  }),
  auth_authorization_failed: {
    why: 'The user was recognised but may not act for the mailbox asked for, such as a shared one.',
    steps: [
      'Check User Name: for a shared mailbox use the form your server documents.',
      'Ask the administrator for rights on that mailbox.',
    ],
  },
  auth_mailbox_unavailable: {
    why: 'The password was accepted; the mailbox behind it is missing, moved, without a licence, or closed for this protocol.',
    steps: [
      'Open the mailbox in web mail to see whether it exists and works.',
      'Ask the administrator whether the mailbox has a licence and this protocol is allowed for it.',
      'If it worked before, wait ten minutes and test again: throttling looks the same.',
    ],
  },
  auth_protocol_error: {
    why: 'The server could not read what was sent in the login, or broke the exchange off. Something in between may change it, or the server is faulty.',
    steps: [
      'Test from another network, without an antivirus program that reads mail.',
      'Turn Enable Debug on, test again and send the redacted session to the administrator.',
    ],
  },
  client_id_required: {
    why: 'After the login it refuses to open the mailbox until the client sends the IMAP ID command; it calls this an unsafe login.',
    steps: [
      'Turn on sending the client ID for this account, where it is offered.',
      'Use the provider’s authorization code as Password, not the web password.',
      'Ask the provider’s support to allow mail programs for this account.',
    ],
  },
};
