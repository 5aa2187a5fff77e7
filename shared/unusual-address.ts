import { URL } from './web-platform.ts';

/** Mail ports that need no confirmation (security §5, SSRF). */
export const mailPorts: ReadonlySet<number> = new Set([25, 465, 587, 2525, 110, 995, 143, 993, 1025, 1143]);

/**
 * Why this server or port needs a confirmation, as far as it shows before the name is looked up; undefined when
 * nothing does. What the name leads to is judged by whoever dials.
 */
export function confirmationNeeded(
  server: string,
  port: number,
): 'unusual_port' | 'this_computer' | undefined {
  if (!mailPorts.has(port)) return 'unusual_port';
  return isThisComputer(server) ? 'this_computer' : undefined;
}

function isThisComputer(server: string): boolean {
  const host = server.trim().toLowerCase().replace(/\.$/, '').replace(/%.*$/, '');
  if (/(^|\.)localhost$/.test(host)) return true;
  // As the platform spells it: 127.1, ::ffff:127.0.0.1 and 0:0:0:0:0:0:0:1 are addresses, too.
  const spelled = spelling(host.includes(':') ? `[${host}]` : host);
  return /^127(\.\d+){3}$|^\[::1\]$|^\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\]$/.test(spelled);
}

function spelling(host: string): string {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return host;
  }
}
