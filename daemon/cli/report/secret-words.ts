import type { SecretBackend, SecretPlace } from '../../../shared/secret-place.ts';
import type { Output } from '../terminal.ts';
import { facts } from './facts.ts';

/** What the places of passwords are called. */
export const secretBackendNames: Record<SecretBackend, string> = {
  keychain: 'system keychain',
  vault: 'encrypted vault with a passphrase',
  'vault-keyfile': 'encrypted vault with a key file',
};

/** Where passwords are kept, and how to move them. */
export function secretPlaceText({ backend, state, sentence, warning }: SecretPlace, out: Output): string {
  const pairs: (readonly [string, string])[] = [
    ['Place', `${secretBackendNames[backend]} (${backend})`],
    ['State', state === 'waiting' ? 'not asked yet, for that may raise a prompt (--check asks)' : state],
    ['', sentence],
    ...(warning === undefined ? [] : [['Warning', warning] as const]),
  ];
  const others = Object.keys(secretBackendNames).filter((name) => name !== backend);
  const commands = others.map((name) => `  npx mailprobe secrets move ${name}\n`);
  return `${facts(pairs, out)}Move them with one of:\n${commands.join('')}`;
}
