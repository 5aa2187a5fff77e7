import { useEffect, useState } from 'preact/hooks';
import type { Id } from '../../shared/id.ts';
import type { Letter } from '../../shared/letter.ts';
import { call } from '../state/call.ts';
import { changes } from '../state/changes.ts';

/** A letter as the companion knows it now, asked for with every change; undefined until it is known. */
export function useLetter(id: Id | undefined): Letter | undefined {
  const [letter, setLetter] = useState<Letter>();
  const changed = changes.letters.value;
  useEffect(() => {
    if (id === undefined) return;
    let left = false;
    const load = async () => {
      try {
        const found = await call('lettersGet', { id });
        if (!left) setLetter(found.letter);
      } catch {
        // `connection` shows why, and the next stream asks again.
      }
    };
    void load();
    return () => {
      left = true;
    };
  }, [id, changed]);
  return letter;
}
