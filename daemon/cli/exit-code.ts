/** What the exit code of every command means (contract §5). */
export const exitCode = { done: 0, failed: 1, usage: 2, daemonNeeded: 3 } as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
