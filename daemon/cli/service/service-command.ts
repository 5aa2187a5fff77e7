/** What runs at login: absolute paths, and nothing that is secret. */
export interface ServiceCommand {
  /** Node's own program. */
  readonly node: string;
  /** `mailprobe.mjs`. */
  readonly launcher: string;
  /** Such as `start`, `--data-dir`, …. */
  readonly args: readonly string[];
}

/** All words of the command, the program first. */
export function wordsOf({ node, launcher, args }: ServiceCommand): string[] {
  return [node, launcher, ...args];
}
