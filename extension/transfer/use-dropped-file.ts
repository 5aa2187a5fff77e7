import { useEffect, useState } from 'preact/hooks';
import { chooseFile } from './the-import.ts';

/** Takes a file that is dropped anywhere on the page; true while one is held over it. */
export function useDroppedFile(open: boolean): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Without this the browser would open the file in place of the page.
      event.preventDefault();
      event.dataTransfer.dropEffect = open ? 'copy' : 'none';
      setOver(open);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (open && file) void chooseFile(file);
    };
    const heard = { dragover: hold, dragleave: leave, drop } as const;
    for (const [name, hear] of Object.entries(heard)) document.addEventListener(name as 'drop', hear);
    return () => {
      for (const [name, hear] of Object.entries(heard)) document.removeEventListener(name as 'drop', hear);
    };
  }, [open]);
  return over;
}
