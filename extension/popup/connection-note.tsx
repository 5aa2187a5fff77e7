import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ConnectionHelpProps } from './connection-help.tsx';

let loaded: ComponentType<ConnectionHelpProps> | undefined;

async function load(): Promise<void> {
  loaded ??= (await import('./connection-help.tsx')).ConnectionHelp;
}

/** Why there is no list. It is loaded when that is so: where all is well nobody pays for it before the first look. */
export function ConnectionNote(props: ConnectionHelpProps) {
  const [, setReady] = useState(loaded !== undefined);
  useEffect(() => {
    if (!loaded) void load().then(() => setReady(true));
  }, []);
  const Help = loaded;
  return Help ? <Help {...props} /> : null;
}
