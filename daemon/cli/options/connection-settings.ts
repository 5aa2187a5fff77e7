import { type AccountType, ConnectionSettings, type Security } from '../../../shared/account.ts';
import { UsageError } from '../usage-error.ts';
import type { ConnectionValues } from './connection-options.ts';

/** The option that a field of the account is typed as. */
const optionOf: Record<string, string> = {
  name: '--name',
  label: '--label',
  type: '--type',
  server: '--server',
  port: '--port',
  username: '--user',
  from: '--from',
  tls: '--tls',
  allowPlain: '--plain',
  pin: '--pin',
};

export function optionOfField(field: string): string | undefined {
  return optionOf[field];
}

const hints: Record<string, string> = {
  '--from': ' For example: --from ada@example.com',
  '--pin': ' A test that fails because of the certificate prints it.',
};

/** The account that the options describe, checked as the pages check theirs. Throws UsageError with a sentence for each wrong option. */
export function connectionSettings(
  values: ConnectionValues,
  { type, security, port }: { type: AccountType; security: Security; port: number },
): ConnectionSettings {
  const result = ConnectionSettings.safeParse({
    type,
    server: values.server ?? '',
    // Zero breaks the same rule as no number, and lets the other fields be checked as well.
    port: Number.isNaN(port) ? 0 : port,
    username: values.user ?? '',
    ...(values.from === undefined || type !== 'smtp' ? {} : { from: values.from }),
    ssl: security === 'ssl',
    tls: security === 'tls',
    insecure: values.insecure,
    debug: values.debug,
    // Who types --plain, an address or a port here has confirmed it by typing it.
    allowPlain: security === 'plain',
    allowAddress: true,
    pin: bare(values.pin),
  });
  if (result.success) return result.data;
  // A field may break several rules; its first sentence is the one to act on.
  const sentences = new Map<string, string>();
  for (const { path, message } of result.error.issues) {
    const option = optionOfField(String(path[0])) ?? 'Options';
    if (!sentences.has(option)) sentences.set(option, `${option}: ${message}${hints[option] ?? ''}`);
  }
  throw new UsageError(...sentences.values());
}

// curl writes pins as sha256//…; OpenSSL pipelines give the base64 alone.
function bare(pin: string | undefined): string {
  if (pin === undefined) return '';
  return pin.replace(/^sha256\/\/?/, '') || 'empty';
}
