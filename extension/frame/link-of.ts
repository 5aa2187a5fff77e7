import { roomOf } from './rooms.ts';

/** Which link of the navigation an address belongs to; letters have two lists. */
export function linkOf(hash: string): string {
  const room = roomOf(hash);
  if (room !== 'letters') return room;
  return /^#\/letters\/(?:outgoing|new)\b|[?&]list=outgoing\b/.test(hash) ? 'outgoing' : 'incoming';
}
