import { addressList } from '../../../../shared/address-list.ts';
import type { Delivery, Letter } from '../../../../shared/letter.ts';

/** To whom a letter goes at this try. */
export interface Recipients {
  /** As To names them. */
  to: string;
  cc?: string | undefined;
  /** What became of those that are done with. */
  done: Delivery[];
  /** Bare addresses. */
  left: string[];
  redirectedTo?: string | undefined;
}

/**
 * Its own recipients, or those of `simple.email.test.user` in their place, without those that have got it, or were refused
 * since a person asked for it last.
 */
export function recipientsOf(letter: Letter, testUsers: readonly string[]): Recipients {
  const { recipients, cc, bcc, deliveries, attempts } = letter;
  const redirectedTo = testUsers.length > 0 ? testUsers.join(', ') : undefined;
  const wanted = addressesOf(redirectedTo ?? [recipients, cc, bcc].filter(Boolean).join(', '));
  const isDone = ({ outcome }: Delivery) => outcome === 'accepted' || (outcome === 'refused' && attempts > 0);
  const done = deliveries.filter(isDone);
  const left = wanted.filter((address) => !done.some((each) => each.address === address));
  if (redirectedTo !== undefined) return { to: redirectedTo, done, left, redirectedTo };
  return { to: recipients, cc, done, left };
}

function addressesOf(text: string): string[] {
  const list = addressList(text);
  return 'addresses' in list ? list.addresses.map(({ address }) => address) : [];
}
