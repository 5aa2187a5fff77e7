/** Where a password lies; recorded for each account, so that no other place is ever asked. */
export const secretBackends = ['keychain', 'vault', 'vault-keyfile'] as const;
export type SecretBackend = (typeof secretBackends)[number];
