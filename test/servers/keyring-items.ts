import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The items of the keyring, as the bus names them. */
export async function itemsIn(env: NodeJS.ProcessEnv): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    'dbus-send',
    [
      '--session',
      '--print-reply',
      '--dest=org.freedesktop.secrets',
      '/org/freedesktop/secrets',
      'org.freedesktop.Secret.Service.SearchItems',
      'dict:string:string:service,mailprobe',
    ],
    { env },
  );
  return stdout.match(/object path "[^"]+"/g) ?? [];
}
