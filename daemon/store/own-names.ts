/** Every name under which Mailprobe keeps something in its data directory. What has another name is not ours. */
const own: readonly RegExp[] = [
  /^mailprobe\.db(?:-wal|-shm|-journal|-reserve)?$/,
  /^lock\.db(?:-journal)?$/,
  /^restored(?:-wal|-shm)?$/,
  /^damaged-[\dTZ-]+(?:-wal|-shm)?$/,
  /^vault\.(?:bin|key)(?:\.bak)?(?:\.new)?$/,
  /^(?:daemon|cli)\.(?:key|pub)(?:\.[\da-f]{16}\.new)?$/,
  /^daemon\.port(?:\.new)?$/,
  /^daemon\.log(?:\.old)?$/,
  /^service-task\.xml$/,
];

/** The folder of backups in the data directory. */
export const ownFolder = 'backups';

/** Whether a file of this name, straight in the data directory, is Mailprobe's; what is in it is not looked at. */
export function isOwnName(name: string): boolean {
  return own.some((pattern) => pattern.test(name));
}
