import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Where a process of this machine listens for TCP, as `127.0.0.1:4000`; an IPv6 address in the kernel's own hex. */
export function listeningSockets(pid: number): string[] {
  const inodes = new Set(
    readdirSync(`/proc/${pid}/fd`).map(
      (fd) => /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1],
    ),
  );
  const listening = '0A';
  return ['tcp', 'tcp6']
    .flatMap((table) => readFileSync(`/proc/${pid}/net/${table}`, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[3] === listening && inodes.has(columns[9]))
    .map(([, local = '']) => addressOf(local));
}

/** Descriptors are closed while they are read. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function addressOf(local: string): string {
  const [address = '', port = ''] = local.split(':');
  const bytes = Buffer.from(address, 'hex').toReversed();
  return `${address.length === 8 ? bytes.join('.') : address}:${Number.parseInt(port, 16)}`;
}
