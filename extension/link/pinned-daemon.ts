import { fromBase64url, toBase64url } from '../../shared/session/base64url.ts';
import type { PinnedDaemon } from '../../shared/session/pairing-client.ts';
import { browser } from '../browser.ts';

/** What this browser keeps of the daemon it is paired with; nothing of it is secret. */
export interface KeptDaemon extends PinnedDaemon {
  /** With absolute paths, as the daemon said it last. */
  readonly startCommand?: string;
}

const key = 'daemon';

interface Stored {
  readonly key: string;
  readonly port: number;
  readonly startCommand?: string;
}

/** `undefined` while this browser is not paired, or has kept what this version does not understand: then it pairs again. */
export async function keptDaemon(): Promise<KeptDaemon | undefined> {
  const { [key]: stored } = await browser.storage.local.get(key);
  if (!isStored(stored)) return undefined;
  const publicKey = fromBase64url(stored.key);
  return publicKey && { ...stored, key: publicKey };
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== 'object' || value === null) return false;
  const { key, port, startCommand } = value as Partial<Record<keyof Stored, unknown>>;
  return (
    typeof key === 'string' &&
    typeof port === 'number' &&
    ['string', 'undefined'].includes(typeof startCommand)
  );
}

/** Tells every context of the extension, this one too. */
export async function keepDaemon({ key: publicKey, ...rest }: KeptDaemon): Promise<void> {
  const stored: Stored = { ...rest, key: toBase64url(publicKey) };
  await browser.storage.local.set({ [key]: stored });
}

/** Calls back when any context of the extension has paired or forgotten; not for a new start command alone. */
export function onPairing(listener: () => void): void {
  browser.storage.local.onChanged.addListener(({ [key]: change }) => {
    const [before, after] = [change?.oldValue, change?.newValue] as [Stored?, Stored?];
    if (change && (before?.key !== after?.key || before?.port !== after?.port)) listener();
  });
}
