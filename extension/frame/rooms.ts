import type { ComponentType } from 'preact';

/** The rooms of the options page, each loaded when it is entered. */
export const rooms = {
  accounts: async () => (await import('../accounts-room/accounts-room.tsx')).AccountsRoom,
  letters: async () => (await import('../letters/letters-room.tsx')).LettersRoom,
  log: async () => (await import('../log/log-room.tsx')).LogRoom,
  properties: async () => (await import('../properties/properties-room.tsx')).PropertiesRoom,
  causes: async () => (await import('../causes/causes-room.tsx')).CausesRoom,
  companion: async () => (await import('../companion/companion-room.tsx')).CompanionRoom,
} satisfies Record<string, () => Promise<ComponentType>>;

export type RoomName = keyof typeof rooms;

/** The room that an address such as `#/log?where=…` leads to; the accounts for one that leads nowhere. */
export function roomOf(hash: string): RoomName {
  const [, name = ''] = /^#\/([a-z]+)/.exec(hash) ?? [];
  if (name === 'welcome') return 'companion';
  return Object.hasOwn(rooms, name) ? (name as RoomName) : 'accounts';
}
