import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const deadlineMs = 2_000;

/** A method of an object on the session's bus, with arguments that are all texts. */
export interface BusCall {
  service: string;
  path: string;
  interface: string;
  method: string;
  texts?: readonly string[];
}

/** The answer as whichever tool is installed prints it, each in its own form; undefined when none gets one. */
export async function busAnswer(call: BusCall, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const [program, ...args] of tools(call)) {
    try {
      return await printed(program, args, env).catch((error: unknown) => {
        if (wasInterrupted(error)) return printed(program, args, env);
        throw error;
      });
    } catch {
      // Not installed, or the bus does not answer: the next one says the same, or better.
    }
  }
  return undefined;
}

async function printed(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const { stdout } = await run(program, args, { env, timeout: deadlineMs, killSignal: 'SIGKILL' });
  return stdout;
}

/** By a Ctrl-C, which the whole group of the terminal gets; not by its deadline. */
function wasInterrupted(error: unknown): boolean {
  return error instanceof Error && 'signal' in error && ['SIGINT', 'SIGHUP'].includes(String(error.signal));
}

function tools(call: BusCall): [string, ...string[]][] {
  const { service, path, method, texts = [] } = call;
  const full = `${call.interface}.${method}`;
  const signature = texts.length > 0 ? ['s'.repeat(texts.length)] : [];
  const typed = texts.map((text) => `string:${text}`);
  return [
    ['busctl', '--user', 'call', service, path, call.interface, method, ...signature, ...texts],
    ['gdbus', 'call', '--session', '--dest', service, '--object-path', path, '--method', full, ...texts],
    ['dbus-send', '--session', '--print-reply', `--dest=${service}`, path, full, ...typed],
  ];
}
