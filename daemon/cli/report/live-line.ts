import type { Output } from '../terminal.ts';

/** The line of the stage that is running: on a terminal its result takes its place, elsewhere only the result is written. */
export interface LiveLine {
  show: (text: string) => void;
  /** Leaves the running line where it is, for lines that come under it. */
  keep: () => void;
  replace: (text: string) => void;
}

export function liveLine(out: Output): LiveLine {
  const canErase = out.isTTY === true && process.env['TERM'] !== 'dumb';
  let running: string | undefined;
  return {
    show(text) {
      running = text;
      if (canErase) out.write(text);
    },
    keep() {
      if (running !== undefined) out.write(canErase ? '\n' : `${running}\n`);
      running = undefined;
    },
    replace(text) {
      const erase = canErase && running !== undefined ? '\r\x1b[K' : '';
      running = undefined;
      out.write(`${erase}${text}\n`);
    },
  };
}
