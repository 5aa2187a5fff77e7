import { type ServiceCommand, wordsOf } from './service-command.ts';
import { xmlText } from './xml-text.ts';

/** The task's name in the Task Scheduler. */
export const taskName = 'Mailprobe';

/**
 * A scheduled task that runs the daemon at the person's logon, with no more rights than that person has. PowerShell
 * stands between, since a program started by itself would show an empty window for the whole session.
 */
export function windowsTask(command: ServiceCommand, user: string): string {
  return `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Mailprobe: tests of email accounts</Description>
  </RegistrationInfo>
  <Triggers>
    <LogonTrigger>
      <Enabled>true</Enabled>
      <UserId>${xmlText(user)}</UserId>
    </LogonTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>${xmlText(user)}</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <RestartOnFailure>
      <Interval>PT1M</Interval>
      <Count>3</Count>
    </RestartOnFailure>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>%SystemRoot%\\System32\\WindowsPowerShell\\v1.0\\powershell.exe</Command>
      <Arguments>${xmlText(powershellArguments(command))}</Arguments>
    </Exec>
  </Actions>
</Task>
`;
}

/** Windows allows no double quote in a path, so they are free to hold the whole command. */
function powershellArguments(command: ServiceCommand): string {
  const call = `& ${wordsOf(command).map(powershellWord).join(' ')} > $null; exit $LASTEXITCODE`;
  return `-NoProfile -NonInteractive -WindowStyle Hidden -Command "${call}"`;
}

/**
 * A word that PowerShell takes as it is; typographic quotes end a string there as well. `%` and `$` are written by their
 * numbers: the Task Scheduler replaces `%NAME%` and `$(NAME)` before PowerShell sees them.
 */
function powershellWord(text: string): string {
  if (/^[\w-]+$/.test(text)) return text;
  const pieces = text.replace(/['\u2018-\u201b]/g, '$&$&').split(/([%$])/);
  const joined = pieces
    .filter((piece) => piece !== '')
    .map((piece) => (piece === '%' || piece === '$' ? `[char]${piece.charCodeAt(0)}` : `'${piece}'`));
  // A string first: a number and a text would be added as numbers.
  if (joined[0]?.startsWith('[')) joined.unshift("''");
  return joined.length === 1 ? (joined[0] ?? "''") : `(${joined.join(' + ')})`;
}
