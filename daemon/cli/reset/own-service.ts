import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { usualDataDirectory } from '../../store/usual-data-directory.ts';
import type { DaemonPlace } from '../options/daemon-options.ts';
import { uninstallService } from '../service/install-service.ts';
import type { ServicePlan } from '../service/service-plan.ts';
import { thisService } from '../service/this-service.ts';

/** Takes back start at login when that starts the daemon of this directory; another one's stays. Whether there was one. */
export async function removeOwnService(place: DaemonPlace): Promise<boolean> {
  if (!['linux', 'darwin', 'win32'].includes(process.platform)) return false;
  const plan = thisService({ directory: place.directory, port: undefined }, process.env);
  return (await startsThis(plan, place)) && uninstallService(plan);
}

async function startsThis(plan: ServicePlan, { directory }: DaemonPlace): Promise<boolean> {
  const usual = directory === resolve(usualDataDirectory());
  // Windows keeps the task itself, and there is one for each person.
  if (plan.kind === 'windows') return usual;
  const text = await readFile(plan.path, 'utf8').catch(() => '');
  if (text === '') return false;
  if (usual) return !text.includes('--data-dir');
  return dataDirectoryWord(text) === dataDirectoryWord(plan.text);
}

/** As it is written in a unit or agent: the word after the option. */
function dataDirectoryWord(text: string): string | undefined {
  return /--data-dir(?:<\/string>\s*<string>(.*)<\/string>| ("(?:[^"\\]|\\.)*"|\S+))/
    .exec(text)
    ?.slice(1)
    .join('');
}
