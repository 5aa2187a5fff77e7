import type { ComponentType } from 'preact';
import { isRoundTrip } from '../addresses/round-trip-address.ts';

/** The rooms of the options page, each loaded when it is entered. */
export const rooms = {
  accounts: async () => (await import('../accounts-room/accounts-room.tsx')).AccountsRoom,
  letters: async () => (await import('../letters/letters-room.tsx')).LettersRoom,
  trip: async () => (await import('../round-trip/trip-room.tsx')).TripRoom,
  log: async () => (await import('../log/log-room.tsx')).LogRoom,
  properties: async () => (await import('../properties/properties-room.tsx')).PropertiesRoom,
  causes: async () => (await import('../causes/causes-room.tsx')).CausesRoom,
  companion: async () => (await import('../companion/companion-room.tsx')).CompanionRoom,
  unknown: async () => (await import('./unknown-page.tsx')).UnknownPage,
} satisfies Record<string, () => Promise<ComponentType>>;

export type RoomName = keyof typeof rooms;

/** The room that an address such as `#/log?where=…` leads to; the accounts where there is none, as when the page opens. */
export function roomOf(hash: string): RoomName {
  const [name = ''] = hash.replace(/^#\/?/, '').split(/[/?]/, 1);
  if (name === '') return 'accounts';
  if (name === 'welcome') return 'companion';
  if (isRoundTrip(hash)) return 'trip';
  return hash.startsWith('#/') && Object.hasOwn(rooms, name) ? (name as RoomName) : 'unknown';
}
