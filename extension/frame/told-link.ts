import { type ReadonlySignal, signal } from '@preact/signals';

interface ToldLink {
  readonly hash: string;
  readonly name: string;
}

const told = signal<ToldLink | undefined>(undefined);

/** What a room has said of the address that it shows; it holds for that address alone. */
export const toldLink: ReadonlySignal<ToldLink | undefined> = told;

/** Which link of the navigation this address belongs to, where that is not said by the address itself. */
export function tellLink(hash: string, name: string): void {
  told.value = { hash, name };
}
