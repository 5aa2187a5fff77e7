import type { AccountType, Security } from '../../../shared/account.ts';
import { UsageError } from '../usage-error.ts';
import type { ConnectionValues } from './connection-options.ts';

/** Refuses options that would do nothing in this test: silence would let the person believe they did. */
export function refuseIdleOptions(
  values: ConnectionValues & { ca?: string | undefined },
  type: AccountType | undefined,
  security: Security | undefined,
): void {
  const sentences: string[] = [];
  if (values.from !== undefined && type && type !== 'smtp') {
    sentences.push(`--from: belongs to smtp only, the sender of a letter; leave it out for ${type}.`);
  }
  if (security === 'plain') {
    for (const option of ['insecure', 'pin', 'ca'] as const) {
      if (values[option]) {
        sentences.push(
          `--${option}: has no meaning with --plain, where no certificate is seen; leave one out.`,
        );
      }
    }
  }
  if (values.insecure && values.pin !== undefined) {
    sentences.push('--insecure and --pin: give only one. --pin is the safe one: it accepts this key alone.');
  }
  if (sentences.length > 0) throw new UsageError(...sentences);
}
