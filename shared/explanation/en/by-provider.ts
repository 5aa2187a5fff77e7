import type { Advice } from '../entry.ts';
import type { ProviderAdvice } from '../provider-cases.ts';

const authorizationCode = (settings: string): Advice => ({
  why: 'This provider takes an authorization code in place of the password, and only after mail program access was switched on.',
  steps: [
    `Log in to web mail and open ${settings}.`,
    'Switch the IMAP/SMTP or POP3/SMTP service on and confirm by phone; the authorization code is shown once.',
    'Put that code into Password, not the web password.',
    'Set User Name to the full address and test again.',
  ],
});

/** In English. */
export const byProvider: ProviderAdvice = {
  gmail: {
    password: {
      why: 'Google refuses the normal password in mail programs: it takes an app password of this same account, or OAuth2. App passwords are revoked when the Google password changes.',
      steps: [
        'Open myaccount.google.com → Security → 2-Step Verification and switch it on.',
        'Open myaccount.google.com/apppasswords, create a password for Mailprobe, and put its 16 letters into Password without spaces.',
        'Set User Name to the full Gmail or Workspace address.',
        'If app passwords are not offered, the Workspace administrator has switched them off.',
      ],
    },
    access: {
      steps: [
        'Open Gmail → Settings (gear) → See all settings → Forwarding and POP/IMAP.',
        'Enable IMAP or POP there and save.',
        'In Workspace the administrator switches it: admin.google.com → Apps → Google Workspace → Gmail → End User Access.',
      ],
    },
  },
  microsoft: {
    sending: {
      why: 'Sending with user name and password is disabled for this mailbox or for the whole organisation. An app password does not get round it.',
      steps: [
        'Administrator: admin.microsoft.com → Users → Active users → the user → Mail → Manage email apps → tick Authenticated SMTP.',
        'If it is off for the tenant: Exchange admin center → Settings → Mail flow, or Set-TransportConfig -SmtpClientAuthenticationDisabled $false.',
        'Switch security defaults off or exclude the mailbox by Conditional Access, then wait up to an hour.',
        'Else use OAuth2 or another relay.',
      ],
    },
    oauth: {
      why: 'Microsoft has switched passwords and app passwords off for IMAP and POP3, and for SMTP in most places. It says only “LOGIN failed” whatever the reason is.',
      steps: [
        'Sign in at outlook.office.com with the same user name and password: if that fails, the password is wrong.',
        'If it works, the account needs OAuth2 (“Sign in with Microsoft”); no password typed here can work for IMAP or POP3.',
        'For SMTP in a company, ask the administrator to allow Authenticated SMTP for the mailbox.',
      ],
    },
  },
  yahoo: {
    password: {
      steps: [
        'Open login.yahoo.com/account/security (AOL: login.aol.com/account/security, AT&T: “secure mail key” in the profile).',
        'Choose Generate app password, and put it into Password without spaces.',
        'Set User Name to the full address and test once: many attempts lock the account for hours.',
      ],
    },
  },
  icloud: {
    password: {
      why: 'iCloud never takes the Apple Account password from other programs: it wants an app-specific one.',
      steps: [
        'Open account.apple.com → Sign-In and Security → App-Specific Passwords and create one.',
        'Put it into Password, dashes included.',
        'For IMAP set User Name to the part before @icloud.com; for SMTP to the full address.',
      ],
    },
  },
  yandex: {
    password: {
      steps: [
        'Open Yandex Mail → Settings → Email clients and allow access for IMAP or POP3, with “App passwords and OAuth tokens”.',
        'Open id.yandex.com → Security → App passwords, create one of the type Mail, and put it into Password.',
        'Set User Name to the login without @yandex (or the full address of your own domain), wait a few minutes, and test again.',
      ],
    },
  },
  mailru: {
    password: {
      steps: [
        'Open Mail.ru → Settings → Security → Passwords for external applications.',
        'Create one with full access to mail, and put it into Password.',
        'Set User Name to the full address and test again.',
      ],
    },
  },
  gmx: {
    password: {
      why: 'GMX and web.de say the same for a wrong password and for POP3/IMAP access that is off: it is off by default, and goes off again when it is not used.',
      steps: [
        'Log in to web mail with the same password: if that fails, the password is wrong.',
        'Open E-Mail → Settings → POP3 & IMAP, tick “Send and receive email via external program” and save.',
        'With two-factor login, create an application-specific password under My Account → Security and put it into Password.',
      ],
    },
  },
  zoho: {
    password: {
      steps: [
        'Open Zoho Mail → Settings → Mail Accounts → your address → IMAP (or POP) and switch access on.',
        'With two-factor login, create one at accounts.zoho.com → Security → App Passwords and put it into Password.',
        'Check that Server is in your data centre (.com, .eu, .in, .com.au) and is imappro/smtppro for a domain of your own.',
      ],
    },
  },
  fastmail: {
    password: {
      steps: [
        'Open Fastmail → Settings → Privacy & Security → Manage app passwords and access.',
        'Create an app password with access to Mail (IMAP/POP/SMTP), and put it into Password.',
        'Set User Name to the full Fastmail address (not an alias).',
      ],
    },
  },
  proton: {
    password: {
      why: 'Proton Mail is reached through Proton Mail Bridge on this computer, which has a user name and password of its own.',
      steps: [
        'Open Proton Mail Bridge → the account → Mailbox details.',
        'Copy Username and Password from there into User Name and Password; the Proton login does not work.',
        'Check Server 127.0.0.1 and the ports shown there (1143 for IMAP, 1025 for SMTP by default).',
      ],
    },
    certificate: {
      steps: [
        'Open Proton Mail Bridge → Settings → Advanced → Export TLS certificates and compare the fingerprint with the one shown.',
        'If they agree, pin this certificate in the account.',
      ],
    },
  },
  qq: { password: authorizationCode('Settings → Account → POP3/IMAP/SMTP service') },
  netease: { password: authorizationCode('Settings → POP3/SMTP/IMAP') },
  tonline: {
    password: {
      steps: [
        'Open the Telekom customer centre → Login settings → Passwords and set an “E-Mail-Passwort”: it differs from the login password.',
        'Put it into Password, and set User Name to the full t-online.de address.',
      ],
    },
  },
  ses: {
    password: {
      why: 'Amazon SES has SMTP credentials of its own, valid in one region only. AWS access keys do not work here.',
      steps: [
        'Open the SES console in the region of Server → SMTP settings → Create SMTP credentials.',
        'Put the SMTP user name (AKIA…) into User Name and the SMTP password into Password.',
        'Check that the region in Server is the one the credentials were made in.',
      ],
    },
    sender: {
      steps: [
        'Open the SES console in the region of Server → Identities, and verify the From address or its domain.',
        'While the account is in the sandbox, verify the recipient too or ask for production access.',
      ],
    },
  },
  sendgrid: {
    password: {
      steps: [
        'Set User Name to the word apikey, exactly so.',
        'Open app.sendgrid.com → Settings → API Keys, create a key with Mail Send, and put it into Password.',
      ],
    },
    sender: {
      steps: [
        'Open app.sendgrid.com → Settings → Sender Authentication, and verify the From address or its domain.',
        'Set From to that verified address.',
      ],
    },
  },
};
