/** What the daemon says to the person at the terminal: text that is safe to print. */
export interface DaemonTerminal {
  /** Once, as soon as everything works. `notices` say where passwords are kept. */
  ready(facts: { port: number; directory: string; notices: readonly string[]; paired: number }): void;
  /** A pairing code, 16 characters: for the screen, and for no file. */
  code(code: string): void;
  say(sentence: string): void;
}

export interface DaemonOptions {
  /** 0 takes any that is free: for tests. */
  readonly port: number;
  /** The platform's usual place when left out. */
  readonly directory?: string | undefined;
  readonly version: string;
  /** Whole, with absolute paths. */
  readonly startCommand: string;
  readonly terminal: DaemonTerminal;
}
