import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asRoot, daemonAsRoot } from './as-root.ts';

/** One Postfix: what is its own beside the settings that all have in common. */
export interface PostfixInstance {
  /** Its directory below that of the run. */
  name: string;
  /** Lines of main.cf. */
  main: string;
  /** Lines of master.cf: where it listens. */
  listeners: readonly string[];
}

/** Files of one Postfix below the directory of a run. */
export function postfixFiles(name: string): { pid: string; log: string } {
  return { pid: `${name}/queue/pid/master.pid`, log: `${name}/log` };
}

/** Starts one Postfix (3.7) with its files below `dir`. */
export async function startPostfix(dir: string, instance: PostfixInstance): Promise<void> {
  const own = join(dir, instance.name);
  await mkdir(join(own, 'queue'), { recursive: true });
  await mkdir(join(own, 'data'));
  await writeFile(join(own, 'main.cf'), mainOf(dir, instance));
  await writeFile(join(own, 'master.cf'), [...instance.listeners, ...services, ''].join('\n'));
  await asRoot('chown', '-R', 'root:root', own);
  await asRoot('chown', 'postfix', join(own, 'data'));
  await daemonAsRoot('postfix', '-c', own, 'start');
}

function mainOf(dir: string, { name, main }: PostfixInstance): string {
  // `inet_interfaces` may list only addresses that the kernel reports: master.cf binds the others all the same.
  return `
compatibility_level = 3.6
queue_directory = ${dir}/${name}/queue
data_directory = ${dir}/${name}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = ${dir}/${postfixFiles(name).log}
maillog_file_prefixes = ${dir}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
local_recipient_maps =
mynetworks =
alias_maps =
alias_database =
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 1s
initial_destination_concurrency = 20
smtpd_client_connection_rate_limit = 0
smtpd_client_auth_rate_limit = 0
smtpd_error_sleep_time = 0
smtpd_peername_lookup = no
${main}`;
}

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
  'smtp unix - - n - - smtp',
  'lmtp unix - - n - - lmtp',
  'error unix - - n - - error',
  'retry unix - - n - - error',
  'discard unix - - n - - discard',
  'anvil unix - - n - 1 anvil',
  'scache unix - - n - 1 scache',
  'tlsmgr unix - - n 1000? 1 tlsmgr',
];
