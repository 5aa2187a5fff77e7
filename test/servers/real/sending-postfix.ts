import { readFile } from 'node:fs/promises';
import type { Certificates } from './certificates.ts';
import { dovecotFiles } from './dovecot.ts';
import { addressOf, fateDomain, receivingHost } from './fates.ts';
import { badHosts, hosts } from './hosts.ts';
import type { Ports } from './ports.ts';
import type { PostfixInstance } from './postfix.ts';
import { users } from './users.ts';

/** Letters to the users at it arrive as they were written: straight into the maildirs that Dovecot reads. */
export const deliveredDomain = 'delivered.test';

/** Who owns the maildirs. */
export interface Owner {
  uid: string;
  gid: string;
}

export async function ownerOfMail(): Promise<Owner> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  const [, , uid = '', gid = ''] = lines.find((line) => line.startsWith('mail:'))?.split(':') ?? [];
  return { uid, gid };
}

/**
 * The server that accounts log in to; it asks Dovecot who may. Letters to `fate.test` go on to the receiving server, those
 * to `delivered.test` into maildirs, all others nowhere.
 */
export function sendingPostfix(
  dir: string,
  ports: Ports,
  { ca, files }: Certificates,
  { uid, gid }: Owner,
): PostfixInstance {
  return {
    name: 'postfix',
    main: `
myhostname = localhost
default_transport = discard:
relay_transport = discard:
local_transport = discard:
transport_maps = inline:{ {${fateDomain} = smtp:[127.0.0.1]:${ports.receiving}} }
virtual_mailbox_domains = ${deliveredDomain}
virtual_mailbox_base = ${dir}/mail
virtual_mailbox_maps = inline:{ ${maildirs()} }
virtual_uid_maps = static:${uid}
virtual_gid_maps = static:${gid}
virtual_minimum_uid = 1
smtpd_reject_unlisted_recipient = yes
smtpd_tls_CAfile = ${ca}
smtpd_tls_cert_file = ${files.valid.cert}
smtpd_tls_key_file = ${files.valid.key}
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${dir}/${dovecotFiles.saslSocket}
smtpd_sasl_security_options = noanonymous
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_recipient_access inline:{
  {${addressOf('held')} = HOLD kept back for a look}
  {${addressOf('lost')} = DISCARD}
  {${addressOf('forged')} = PREPEND Authentication-Results: ${receivingHost}; spf=pass; dkim=pass; dmarc=pass}
  {${addressOf('deferred')} = 451 4.3.2 Try again later}
  {${addressOf('refused')} = 550 5.1.1 No such mailbox here} }
smtpd_end_of_data_restrictions = check_recipient_access inline:{
  {${addressOf('refused-data')} = 554 5.7.1 This letter is not wanted here} }
`,
    listeners: listenersOf(ports, files),
  };
}

/** A user name that is an address is no local part. */
function maildirs(): string {
  const named = users.filter(({ username }) => !username.includes('@'));
  return named.map(({ username }) => `{${username}@${deliveredDomain} = ${username}/}`).join(' ');
}

function listenersOf(ports: Ports, files: Certificates['files']): string[] {
  const auth = '-o smtpd_sasl_auth_enable=yes';
  const submission = `inet n - n - - smtpd -o smtpd_tls_security_level=encrypt ${auth} -o smtpd_tls_auth_only=yes`;
  const smtps = `inet n - n - - smtpd -o smtpd_tls_wrappermode=yes ${auth}`;
  return [
    `${hosts.valid}:${ports.smtpWithoutAuth} inet n - n - - smtpd`,
    `${hosts.valid}:${ports.smtp} inet n - n - - smtpd -o smtpd_tls_security_level=may ${auth}`,
    `${hosts.valid}:${ports.submission} ${submission}`,
    `${hosts.valid}:${ports.smtps} ${smtps}`,
    ...badHosts.flatMap((name) => {
      const { cert, key } = files[name];
      const certificate = `-o smtpd_tls_cert_file=${cert} -o smtpd_tls_key_file=${key}`;
      return [
        `${hosts[name]}:${ports.submission} ${submission} ${certificate}`,
        `${hosts[name]}:${ports.smtps} ${smtps} ${certificate}`,
      ];
    }),
  ];
}
