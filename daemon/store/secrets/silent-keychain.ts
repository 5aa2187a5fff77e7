import { busAnswer } from './bus-answer.ts';

/**
 * Whether the keychain can be read now without a prompt, found out without asking it for an item. Where the system
 * does not tell, `answered` decides: whether its last answer was a good one. In doubt it is false.
 */
export async function opensSilently(env: NodeJS.ProcessEnv, answered: boolean): Promise<boolean> {
  // The Credential Manager opens with the login and has no prompt.
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') return answered;
  const locked = await busAnswer(
    {
      service: 'org.freedesktop.secrets',
      path: '/org/freedesktop/secrets/aliases/default',
      interface: 'org.freedesktop.DBus.Properties',
      method: 'Get',
      texts: ['org.freedesktop.Secret.Collection', 'Locked'],
    },
    env,
  );
  return locked !== undefined && /\bfalse\b/.test(locked);
}
