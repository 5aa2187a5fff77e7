import { StartTrouble } from './start-trouble.ts';

/** Nobody else's port is ever taken instead: the extension is paired with this one. */
export function portTaken(port: number, platform: NodeJS.Platform, cause: unknown): StartTrouble {
  const who: Partial<Record<NodeJS.Platform, string>> = {
    linux: `ss -ltnp 'sport = :${port}'`,
    darwin: `lsof -nP -iTCP:${port} -sTCP:LISTEN`,
    win32: `netstat -ano | findstr :${port}`,
  };
  const repair = who[platform];
  return new StartTrouble(
    `Port ${port} of 127.0.0.1 is taken: by another program, or by a Mailprobe with another data directory. ` +
      `Stop that one, or take another port: npx mailprobe start --port ${port === 65_535 ? port - 1 : port + 1}`,
    { cause, ...(repair === undefined ? {} : { repair }) },
  );
}
