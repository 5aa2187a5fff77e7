import type { Certificates } from './certificates.ts';
import { dovecotFiles } from './dovecot.ts';
import { addressOf, fateDomain, receivingHost } from './fates.ts';
import { badHosts, hosts } from './hosts.ts';
import type { Ports } from './ports.ts';
import type { PostfixInstance } from './postfix.ts';

/**
 * The server that accounts log in to; it asks Dovecot who may. Letters to `fate.test` go on to the receiving server, all
 * others nowhere.
 */
export function sendingPostfix(dir: string, ports: Ports, { ca, files }: Certificates): PostfixInstance {
  return {
    name: 'postfix',
    main: `
myhostname = localhost
default_transport = discard:
relay_transport = discard:
local_transport = discard:
transport_maps = inline:{ {${fateDomain} = smtp:[127.0.0.1]:${ports.receiving}} }
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
