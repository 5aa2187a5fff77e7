import { signal } from '@preact/signals';

/** How far an import came, for those who have not loaded what imports; `cancel` ends it after the row under way. */
export interface ImportUnderWay {
  readonly done: number;
  readonly all: number;
  readonly cancel: () => void;
}

/** Undefined while none runs; set by the import alone. */
export const importUnderWay = signal<ImportUnderWay | undefined>(undefined);
