import { latePart } from '../frame/late-part.tsx';

/** The page of the import, loaded when it is asked for: what reads files must not weigh on the list. */
export const ImportSlot = latePart(async () => (await import('./import-page.tsx')).ImportPage);
