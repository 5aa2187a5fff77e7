import { AccountType } from '../../shared/account.ts';
import { FailureKind } from '../../shared/failure.ts';
import { type AccountFacts, securities } from './cause.ts';

/** What the address after `#` says: `#/causes/<kind>?find=…&type=…&security=…&server=…`. */
export interface CauseAddress {
  kind: FailureKind | undefined;
  /** A code that stands in the address and is no cause. */
  unknown: string | undefined;
  find: string;
  facts: AccountFacts;
}

/** Reads any address; what it does not know counts as not said. */
export function parseCauseAddress(hash: string): CauseAddress {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const code = path.split('/')[2] ?? '';
  const known = FailureKind.safeParse(decoded(code).toLowerCase());
  const said = new URLSearchParams(query);
  return {
    kind: known.data,
    unknown: known.success || code === '' ? undefined : decoded(code),
    find: said.get('find') ?? '',
    facts: {
      type: AccountType.safeParse(said.get('type')).data,
      security: securities.find((security) => security === said.get('security')),
      server: said.get('server') ?? undefined,
    },
  };
}

/** The address of a cause, or of the list; empty values leave no trace in it. */
export function formatCauseAddress({ kind, find, facts }: Omit<CauseAddress, 'unknown'>): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries({ find, ...facts })) if (value) said.set(name, value);
  const query = said.toString();
  return `#/causes${kind ? `/${kind}` : ''}${query ? `?${query}` : ''}`;
}

function decoded(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}
