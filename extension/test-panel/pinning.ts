import { createContext } from 'preact';

/** What can be done about the key of a server's certificate where a test is shown. */
export interface Pinning {
  /** The pin of the form: SHA-256 of the SPKI in base64, or empty. */
  readonly pinned: string;
  readonly pin: (spki: string) => void;
}

/** Undefined where a test is shown without a form that could take a pin. */
export const PinningContext = createContext<Pinning | undefined>(undefined);
