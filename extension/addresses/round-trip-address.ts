import type { Id } from '../../shared/id.ts';

/** The accounts that `#/letters/round-trip?from=<id>&to=<id>` names. */
export interface RoundTripAddress {
  readonly from?: Id;
  readonly to?: Id;
}

const path = '#/letters/round-trip';

/** Whether the address leads to a round trip, whatever it says of it. */
export function isRoundTrip(hash: string): boolean {
  return hash === path || hash.startsWith(`${path}?`);
}

/** Reads any address; what is no id counts as not said. */
export function parseRoundTripAddress(hash: string): RoundTripAddress {
  const said = new URLSearchParams(hash.split('?')[1] ?? '');
  const idOf = (name: 'from' | 'to') => {
    const id = said.get(name) ?? '';
    return /^\d{18}$/.test(id) ? { [name]: id } : {};
  };
  return { ...idOf('from'), ...idOf('to') };
}

/** The address of a round trip between these; without them it is the one between the default accounts. */
export function roundTripAddress({ from, to }: RoundTripAddress): string {
  const said = new URLSearchParams({ ...(from && { from }), ...(to && { to }) });
  return said.size === 0 ? path : `${path}?${said}`;
}
