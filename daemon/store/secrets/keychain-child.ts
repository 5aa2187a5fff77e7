/** Runs as a process of its own: keytar may hang, crash and fill the thread pool here, and only here. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type KeychainReply, type KeychainRequest, service } from './keychain-request.ts';

/** The three calls that are safe. keytar's lists end the process when the keyring is locked. */
interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

leaveNoCore();
process.on('message', (request) => void answer(request as KeychainRequest));
// The daemon is gone. A plain exit would wait for a call that hangs.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

async function answer(request: KeychainRequest): Promise<void> {
  process.send?.(await reply(request));
}

async function reply(request: KeychainRequest): Promise<KeychainReply> {
  try {
    // Not an import: keytar is missing where it could not be built, and types and start do without it.
    const keytar = createRequire(import.meta.url)('keytar') as Keytar;
    return { value: await call(keytar, request) };
  } catch (thrown) {
    const { message, code } = thrown as { message?: unknown; code?: unknown };
    return { error: String(message ?? thrown), code: typeof code === 'string' ? code : '' };
  }
}

async function call(keytar: Keytar, request: KeychainRequest): Promise<string | boolean | null> {
  switch (request.verb) {
    case 'load':
      return true;
    case 'get':
      return keytar.getPassword(service, request.name);
    case 'delete':
      return keytar.deletePassword(service, request.name);
    case 'set':
      await keytar.setPassword(service, request.name, request.value);
      return null;
  }
}

/** A crash of native code may write a core file: on Linux without any memory in it (core(5)). */
function leaveNoCore(): void {
  if (process.platform !== 'linux') return;
  try {
    writeFileSync('/proc/self/coredump_filter', '0');
  } catch {
    // A container without it: no reason to lose the keychain.
  }
}
