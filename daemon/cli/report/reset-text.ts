import { visibleText } from '../../../shared/visible-text.ts';
import type { Entry, ResetFiles } from '../reset/own-files.ts';

/** What a reset of this directory will do, for a person to agree to. */
export function resetPlanText(directory: string, { remove, leave }: ResetFiles): string {
  const lines = [
    'This removes, and nothing brings it back:',
    '  all accounts, their passwords (also those in the system keychain), the log,',
    '  the properties and the pairings of all browsers; a running daemon is ended first,',
    '  and start at login is taken back.',
    `In ${visibleText(directory, 1000)}:`,
    ...remove.map(nameLine),
  ];
  if (leave.length > 0) lines.push('Left alone, for it is not of Mailprobe:', ...leave.map(nameLine));
  return `${lines.join('\n')}\n`;
}

function nameLine({ path, kind }: Entry): string {
  return `  ${visibleText(path)}${kind === 'folder' ? '/' : ''}${kind === 'link' ? ' (a link)' : ''}`;
}
