import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { OutdatedPage } from './outdated-page.tsx';

/** A page within a room that is loaded when it is shown: it must not weigh on the rest. */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return function LatePart(props) {
    const [Part, setPart] = useState<ComponentType<Props>>();
    useEffect(() => {
      let left = false;
      const show = (Part: ComponentType<Props>) => !left && setPart(() => Part);
      load().then(show, () => show(OutdatedPage));
      return () => {
        left = true;
      };
    }, []);
    return Part ? <Part {...props} /> : null;
  };
}
