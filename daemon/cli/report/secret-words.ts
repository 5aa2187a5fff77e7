import type { SecretBackend, SecretPlace } from '../../../shared/secret-place.ts';
import type { Output } from '../terminal.ts';
import { facts } from './facts.ts';

/** What the places of passwords are called. */
export const secretBackendNames: Record<SecretBackend, string> = {
  keychain: 'system keychain',
  vault: 'encrypted vault (passphrase)',
  'vault-keyfile': 'encrypted vault (key file, protected by file permissions only)',
};

/** Where passwords lie, and how to move them. */
export function secretPlaceText({ backend, state, sentence, warning }: SecretPlace, out: Output): string {
  const pairs: (readonly [string, string])[] = [
    ['Place', `${secretBackendNames[backend]} (${backend})`],
    ['State', state === 'waiting' ? 'not asked yet, for that may raise a prompt (--check asks)' : state],
    ['', sentence],
    ...(warning === undefined ? [] : [['Warning', warning] as const]),
  ];
  const others = Object.keys(secretBackendNames).filter((name) => name !== backend);
  return `${facts(pairs, out)}Move them with: mailprobe secrets move ${others.join('|')}\n`;
}
