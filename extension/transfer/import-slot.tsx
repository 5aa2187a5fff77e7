import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { OutdatedPage } from '../frame/outdated-page.tsx';

/** The page of the import, loaded when it is asked for: what reads files must not weigh on the list. */
export function ImportSlot() {
  const [Page, setPage] = useState<ComponentType>();
  useEffect(() => {
    let left = false;
    const show = (Page: ComponentType) => !left && setPage(() => Page);
    import('./import-page.tsx').then(
      ({ ImportPage }) => show(ImportPage),
      () => show(OutdatedPage),
    );
    return () => {
      left = true;
    };
  }, []);
  return Page ? <Page /> : null;
}
