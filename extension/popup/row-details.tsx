import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { TestedAccount } from '../../shared/account-status.ts';

let loaded: ComponentType<{ tested: TestedAccount }> | undefined;

/** Loads what an opened row shows: it is not needed for the first look, and there before anybody has opened one. */
export async function loadDetails(): Promise<void> {
  loaded ??= (await import('./account-details.tsx')).AccountDetails;
}

/** An opened row. */
export function RowDetails({ tested }: { tested: TestedAccount }) {
  const [, setReady] = useState(loaded !== undefined);
  useEffect(() => {
    if (!loaded) void loadDetails().then(() => setReady(true));
  }, []);
  const Details = loaded;
  return Details ? <Details tested={tested} /> : null;
}
