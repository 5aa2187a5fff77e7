/** What `process.stdin` is to the commands; tests hand in their own. */
export type Input = NodeJS.ReadableStream & { isTTY?: boolean; setRawMode?: (raw: boolean) => unknown };

/** What `process.stdout` and `process.stderr` are to the commands. */
export type Output = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

/** The three streams of one command: results go to `stdout`, prompts and wrong usage to `stderr`. */
export interface Terminal {
  stdin: Input;
  stdout: Output;
  stderr: Output;
}
