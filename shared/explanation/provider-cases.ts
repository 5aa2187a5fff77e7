import type { AccountType } from '../account-type.ts';
import type { FailureKind } from '../failure.ts';
import type { Advice } from './entry.ts';
import type { Provider } from './provider.ts';

/** The causes that a provider's people need words of their own for. */
interface ProviderCase {
  kinds: readonly FailureKind[];
  /** Only for these protocols. */
  types?: readonly AccountType[];
}

const password = [
  'auth_bad_credentials',
  'auth_app_password_likely',
  'auth_app_password_required',
  'auth_ambiguous',
] as const;
const passwordOrAccess = [...password, 'auth_protocol_disabled'] as const;
const code = [...passwordOrAccess, 'client_id_required'] as const;

/** Which causes differ at which provider; the words stand beside the languages, under the same names. */
export const providerCases = {
  gmail: { password: { kinds: password }, access: { kinds: ['auth_protocol_disabled'] } },
  microsoft: {
    sending: { kinds: ['auth_protocol_disabled'], types: ['smtp'] },
    oauth: { kinds: ['auth_oauth_required', 'auth_ambiguous'] },
  },
  yahoo: { password: { kinds: password } },
  icloud: { password: { kinds: password } },
  yandex: { password: { kinds: passwordOrAccess } },
  mailru: { password: { kinds: passwordOrAccess } },
  gmx: { password: { kinds: passwordOrAccess } },
  zoho: { password: { kinds: passwordOrAccess } },
  fastmail: { password: { kinds: password } },
  proton: {
    password: { kinds: password },
    certificate: { kinds: ['cert_self_signed', 'cert_untrusted_issuer'] },
  },
  qq: { password: { kinds: code } },
  netease: { password: { kinds: code } },
  tonline: { password: { kinds: password } },
  ses: { password: { kinds: password }, sender: { kinds: ['sender_rejected'] } },
  sendgrid: { password: { kinds: password }, sender: { kinds: ['sender_rejected'] } },
} as const satisfies Partial<Record<Provider, Record<string, ProviderCase>>>;

type Cases = typeof providerCases;

/** What a provider's people must do, where it differs from the general steps. */
export type ProviderAdvice = {
  readonly [Name in keyof Cases]: { readonly [Case in keyof Cases[Name]]: Partial<Advice> };
};

/** The words of this provider for this cause; undefined where the general ones fit. */
export function adviceOf(
  words: ProviderAdvice,
  provider: Provider,
  { kind, type }: { kind: FailureKind; type: AccountType | undefined },
): Partial<Advice> | undefined {
  const cases: Record<string, ProviderCase> =
    provider in providerCases ? providerCases[provider as keyof Cases] : {};
  const found = Object.entries(cases).find(
    ([, { kinds, types }]) => kinds.includes(kind) && (!types || type === undefined || types.includes(type)),
  );
  const own: Record<string, Partial<Advice>> = words[provider as keyof Cases] ?? {};
  return found && own[found[0]];
}
