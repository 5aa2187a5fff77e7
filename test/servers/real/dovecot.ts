import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asRoot, daemonAsRoot } from './as-root.ts';
import type { Certificates } from './certificates.ts';
import { badHosts, hosts } from './hosts.ts';
import { makeMaildirs } from './maildirs.ts';
import { fateScript } from './fate-script.ts';
import { addressOf, fateDomain, fateFolders } from './fates.ts';
import type { Ports } from './ports.ts';
import type { MailUser } from './users.ts';

/** Its files below the directory of a run: what Postfix, and whoever stops it, must find. */
export const dovecotFiles = {
  saslSocket: 'sasl-auth',
  lmtpSocket: 'lmtp',
  pid: 'dovecot/master.pid',
  log: 'dovecot.log',
};

/** Starts Dovecot (2.3) with its files below `dir`. */
export async function startDovecot(
  dir: string,
  ports: Ports,
  certificates: Certificates,
  users: readonly MailUser[],
): Promise<void> {
  await Promise.all([
    makeMaildirs(join(dir, 'mail'), users),
    mkdir(join(dir, 'dovecot')),
    mkdir(join(dir, 'sieve')).then(() => writeFile(join(dir, 'sieve/fates.sieve'), fateScript)),
    writeFile(join(dir, 'users'), users.map(passwdLine).join('')),
    writeFile(join(dir, 'dovecot.conf'), configOf(dir, ports, certificates)),
  ]);
  // The compiled script is kept beside it.
  await asRoot('chown', '-R', 'mail:mail', join(dir, 'mail'), join(dir, 'sieve'));
  await daemonAsRoot('dovecot', '-c', join(dir, 'dovecot.conf'));
}

/** In base64, since a colon ends a field and blanks at its end are lost. */
function passwdLine({ username, password }: MailUser): string {
  const quota = username === addressOf('full') ? 'userdb_quota_rule=*:bytes=1' : '';
  return `${username}:{PLAIN.b64}${Buffer.from(password).toString('base64')}::::::${quota}\n`;
}

function configOf(dir: string, ports: Ports, { files }: Certificates): string {
  const certificate = (name: keyof typeof files): string =>
    `ssl_cert = <${files[name].cert}\nssl_key = <${files[name].key}`;
  return `
base_dir = ${dir}/dovecot
state_dir = ${dir}/dovecot/state
log_path = ${dir}/${dovecotFiles.log}
protocols = imap pop3 lmtp
listen = ${Object.values(hosts).join(', ')}
ssl = yes
ssl_min_protocol = TLSv1.2
${certificate('valid')}
${badHosts.map((name) => `local ${hosts[name]} {\n${certificate(name)}\n}`).join('\n')}
disable_plaintext_auth = yes
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:${dir}/mail/%u
first_valid_uid = 1
mail_max_userip_connections = 100
default_client_limit = 200
default_process_limit = 50
default_vsz_limit = 512M
passdb {
  driver = passwd-file
  args = scheme=plain username_format=%u ${dir}/users
}
userdb {
  driver = passwd-file
  args = username_format=%u ${dir}/users
  override_fields = uid=mail gid=mail home=${dir}/mail/%u
}
namespace inbox {
  inbox = yes
  mailbox ${fateFolders.junk} {
    special_use = \\Junk
    auto = create
  }
}
plugin {
  quota = maildir
  sieve_before = ${dir}/sieve
}
protocol lmtp {
  mail_plugins = quota sieve
  postmaster_address = postmaster@${fateDomain}
}
service lmtp {
  unix_listener ${dir}/${dovecotFiles.lmtpSocket} {
    mode = 0666
  }
}
service imap-login {
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service pop3-login {
  inet_listener pop3 {
    port = ${ports.pop3}
  }
  inet_listener pop3s {
    port = ${ports.pop3s}
    ssl = yes
  }
}
service auth {
  unix_listener ${dir}/${dovecotFiles.saslSocket} {
    mode = 0666
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
# Without this a wrong password by way of Postfix takes 4.7 s, whatever auth_failure_delay says.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`;
}
