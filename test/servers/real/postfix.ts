import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asRoot, daemonAsRoot } from './as-root.ts';
import type { Certificates } from './certificates.ts';
import { dovecotFiles } from './dovecot.ts';
import { badHosts, hosts } from './hosts.ts';
import type { Ports } from './ports.ts';
import type { MailUser } from './users.ts';

/** Its files below the directory of a run. */
export const postfixFiles = { pid: 'postfix/queue/pid/master.pid', log: 'postfix/log' };

/** Letters to its users arrive. */
export const deliveredDomain = 'delivered.test';

/**
 * Starts Postfix with its files below `dir`. It asks Dovecot who may log in, and delivers
 * letters to the users at `deliveredDomain` into the maildirs that Dovecot reads; all others go nowhere.
 */
export async function startPostfix(
  dir: string,
  ports: Ports,
  certificates: Certificates,
  users: readonly MailUser[],
): Promise<void> {
  const own = join(dir, 'postfix');
  await mkdir(join(own, 'queue'), { recursive: true });
  await mkdir(join(own, 'data'));
  const mail = await owner('mail');
  await writeFile(join(own, 'main.cf'), mainOf(dir, certificates, mail));
  await writeFile(join(own, 'mailboxes'), users.map(mailboxLine).join(''));
  await writeFile(join(own, 'master.cf'), masterOf(ports, certificates));
  await asRoot('chown', '-R', 'root:root', own);
  await asRoot('chown', 'postfix', join(own, 'data'));
  await daemonAsRoot('postfix', '-c', own, 'start');
}

/** Where the letters of one go, by a Maildir's name; one whose name is no local part gets none. */
function mailboxLine({ username }: MailUser): string {
  return username.includes('@') ? '' : `${username}@${deliveredDomain} ${username}/\n`;
}

async function owner(name: string): Promise<{ uid: string; gid: string }> {
  const line = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .find((each) => each.startsWith(`${name}:`));
  const [, , uid = '', gid = ''] = line?.split(':') ?? [];
  return { uid, gid };
}

function mainOf(dir: string, { ca, files }: Certificates, mail: { uid: string; gid: string }): string {
  // `inet_interfaces` may list only addresses that the kernel reports: master.cf binds the others all the same.
  return `
compatibility_level = 3.6
queue_directory = ${dir}/postfix/queue
data_directory = ${dir}/postfix/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = ${dir}/${postfixFiles.log}
maillog_file_prefixes = ${dir}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = localhost
mydestination =
local_recipient_maps =
default_transport = discard:
relay_transport = discard:
local_transport = discard:
mynetworks =
alias_maps =
alias_database =
smtpd_tls_CAfile = ${ca}
smtpd_tls_cert_file = ${files.valid.cert}
smtpd_tls_key_file = ${files.valid.key}
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${dir}/${dovecotFiles.saslSocket}
smtpd_sasl_security_options = noanonymous
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_client_connection_rate_limit = 0
smtpd_client_auth_rate_limit = 0
smtpd_error_sleep_time = 0
smtpd_peername_lookup = no
virtual_mailbox_domains = ${deliveredDomain}
virtual_mailbox_base = ${dir}/mail
virtual_mailbox_maps = texthash:${dir}/postfix/mailboxes
virtual_uid_maps = static:${mail.uid}
virtual_gid_maps = static:${mail.gid}
virtual_minimum_uid = 1
smtpd_reject_unlisted_recipient = yes
unknown_local_recipient_reject_code = 550
`;
}

function masterOf(ports: Ports, { files }: Certificates): string {
  const auth = '-o smtpd_sasl_auth_enable=yes';
  const submission = `inet n - n - - smtpd -o smtpd_tls_security_level=encrypt ${auth} -o smtpd_tls_auth_only=yes`;
  const smtps = `inet n - n - - smtpd -o smtpd_tls_wrappermode=yes ${auth}`;
  const listeners = [
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
  const services = [
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'flush unix n - n 1000? 0 flush',
    'postlog unix-dgram n - n - 1 postlogd',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'verify unix - - n - 1 verify',
    'proxymap unix - - n - - proxymap',
    'proxywrite unix - - n - 1 proxymap',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'discard unix - - n - - discard',
    'virtual unix - n n - - virtual',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
  ];
  return [...listeners, ...services, ''].join('\n');
}
