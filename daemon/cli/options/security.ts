import type { Security } from '../../../shared/account.ts';
import { UsageError } from '../usage-error.ts';

const impliedByPort: Record<number, Security> = {
  465: 'ssl',
  993: 'ssl',
  995: 'ssl',
  25: 'tls',
  110: 'tls',
  143: 'tls',
  587: 'tls',
};

/**
 * `--ssl`, `--tls` or `--plain`; without one of them what the port stands for, and SSL without a port.
 * Plain text is never chosen for the person. Throws UsageError.
 */
export function chooseSecurity(
  given: { ssl: boolean; tls: boolean; plain: boolean },
  port: number | undefined,
): Security {
  const modes = (['ssl', 'tls', 'plain'] as const).filter((mode) => given[mode]);
  if (modes.length > 1) {
    const names = modes.map((mode) => `--${mode}`).join(' and ');
    throw new UsageError(
      `${names}: give only one. --ssl: encrypted from the first byte (ports 465, 993, 995); --tls: STARTTLS or STLS (587, 143, 110); --plain: no encryption.`,
    );
  }
  const [mode] = modes;
  if (mode) return mode;
  // A port that cannot be is reported as such, by the rule for ports.
  if (port === undefined || !(port >= 1 && port <= 65535)) return 'ssl';
  const implied = impliedByPort[port];
  if (implied) return implied;
  throw new UsageError(
    `--port: ${port} does not tell how to encrypt. Add --ssl (from the first byte), --tls (STARTTLS or STLS) or --plain (none).`,
  );
}
