import { dovecotFiles } from './dovecot.ts';
import { addressOf, fateDomain, fates, receivingHost, type Fate } from './fates.ts';
import type { Ports } from './ports.ts';
import type { PostfixInstance } from './postfix.ts';

/** The server that takes letters to `fate.test` from the sending one, judges them, and hands them to Dovecot. */
export function receivingPostfix(dir: string, ports: Ports): PostfixInstance {
  return {
    name: 'postfix-receiving',
    main: `
myhostname = ${receivingHost}
virtual_mailbox_domains = ${fateDomain}
virtual_mailbox_maps = static:all
virtual_transport = lmtp:unix:${dir}/${dovecotFiles.lmtpSocket}
virtual_alias_maps = inline:{ {${addressOf('twice')} = ${addressOf('twice')}, twice+again@${fateDomain}} }
smtpd_relay_restrictions = reject_unauth_destination
smtpd_recipient_restrictions =
  check_recipient_access inline:{ {${addressOf('refused-later')} = 550 5.7.1 Not from you} }
  check_policy_service inet:127.0.0.1:${ports.policy}
  check_recipient_access inline:{
  ${fates.map((fate) => `{${addressOf(fate)} = PREPEND ${judgementOf(fate)}}`).join('\n  ')} }
`,
    listeners: [`127.0.0.1:${ports.receiving} inet n - n - - smtpd`],
  };
}

/** What it says of SPF, DKIM and DMARC (RFC 8601): nothing of the letter is checked, each fate has its own result. */
function judgementOf(fate: Fate): string {
  const results: Partial<Record<Fate, string>> = {
    spoofed: `spf=fail (not a permitted sender) smtp.mailfrom=${fateDomain}; dkim=none; dmarc=fail (p=quarantine) header.from=${fateDomain}`,
    forged: `spf=softfail smtp.mailfrom=${fateDomain}; dkim=none; dmarc=none header.from=${fateDomain}`,
  };
  const good = `spf=pass smtp.mailfrom=${fateDomain}; dkim=pass header.d=${fateDomain} header.s=s1; dmarc=pass header.from=${fateDomain}`;
  return `Authentication-Results: ${receivingHost}; ${results[fate] ?? good}`;
}
