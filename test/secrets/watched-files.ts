import type { FileHandle } from 'node:fs/promises';
import { disk, type Files } from '../../daemon/store/files.ts';

/** Called before each step; what it throws is the step's failure. */
export type OnStep = (step: string) => void;

/** The disk, each call to it a step. Writing is two: nothing written yet, and half of it. */
export function watchedFiles(onStep: OnStep): Files {
  const watched = Object.entries(disk).map(([name, call]) => [
    name,
    async (...args: unknown[]) => {
      onStep(name);
      const result = await (call as (...args: unknown[]) => Promise<unknown>)(...args);
      return name === 'open' ? watchedHandle(result as FileHandle, onStep) : result;
    },
  ]);
  return Object.fromEntries(watched) as Files;
}

/** A step that fails with this code, once. */
export function failingAt(step: number, code: string): Files {
  let seen = 0;
  return watchedFiles((name) => {
    if (++seen === step) throw Object.assign(new Error(`${code}: ${name}`), { code });
  });
}

function watchedHandle(handle: FileHandle, onStep: OnStep): Pick<FileHandle, keyof typeof calls> {
  const calls = {
    async writeFile(bytes: Uint8Array) {
      onStep('write nothing');
      await handle.write(bytes, 0, Math.floor(bytes.length / 2), 0);
      onStep('write half');
      await handle.write(bytes, 0, bytes.length, 0);
    },
    async sync() {
      onStep('sync');
      await handle.sync();
    },
    async close() {
      // Closed all the same, as the system does it.
      await handle.close();
      onStep('close');
    },
    async stat() {
      onStep('stat');
      return handle.stat();
    },
    async readFile() {
      onStep('read');
      return handle.readFile();
    },
  };
  return calls as unknown as Pick<FileHandle, keyof typeof calls>;
}
