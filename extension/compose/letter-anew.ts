import { addressList, type ListedAddress } from '../../shared/address-list.ts';
import type { Letter } from '../../shared/letter.ts';
import { emptyLetter, type LetterDraft } from './letter-draft.ts';

/** What a new letter begins with. */
export interface BegunLetter {
  readonly draft: LetterDraft;
  /** Those who have got the letter that it is written after, and are left out of it. */
  readonly got: readonly string[];
}

/**
 * A letter written again: for those whom the server has not taken it for, each in the field where they stood; for everybody
 * where it was taken for all.
 */
export function letterAnew({ recipients, cc = '', bcc = '', ...letter }: Letter): BegunLetter {
  const { deliveries, subject, text, triedUntil } = letter;
  const taken = deliveries.filter(({ outcome }) => outcome === 'accepted');
  const keys = new Set(taken.map(({ address }) => keyOf(address)));
  const hasGot = ({ address }: ListedAddress) => keys.has(keyOf(address));
  const lists = { to: recipients, cc, bcc };
  const all = Object.values(lists).flatMap(listed);
  const got = all.filter(hasGot);
  const draft = { ...emptyLetter, subject, text, test: triedUntil !== undefined };
  if (got.length === 0 || got.length === all.length) return { draft: { ...draft, ...lists }, got: [] };
  const left = (list: string) =>
    listed(list)
      .filter((each) => !hasGot(each))
      .map((each) => each.text)
      .join(', ');
  return {
    draft: { ...draft, to: left(recipients), cc: left(cc), bcc: left(bcc) },
    got: [...new Set(got.map(({ address }) => address))],
  };
}

function listed(text: string): ListedAddress[] {
  const list = addressList(text);
  return 'addresses' in list ? list.addresses : [];
}

/** Two spellings of one domain are one mailbox; of a local part only its server knows. */
function keyOf(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return address.slice(0, at) + address.slice(at).toLowerCase();
}
