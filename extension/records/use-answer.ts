import { useEffect, useState } from 'preact/hooks';
import { connection } from '../state/connection.ts';
import { sentenceOf } from '../state/sentence-of.ts';

export interface Answer<T> {
  readonly value: T | undefined;
  readonly trouble: string;
  readonly again: () => void;
}

interface Found<T> {
  readonly key: string;
  readonly value?: T;
  readonly trouble: string;
}

/**
 * What the daemon answers to a question, asked anew when `key` changes; the answer to another one is not shown.
 * When `anew` changes it is asked again, and the answer before stays meanwhile.
 */
export function useAnswer<T>(key: string, ask: () => Promise<T>, anew = 0): Answer<T> {
  const [found, setFound] = useState<Found<T>>();
  const [attempt, setAttempt] = useState(0);
  const connected = connection.value.state === 'connected';
  useEffect(() => {
    if (!connected) return;
    let left = false;
    const load = async () => {
      try {
        const value = await ask();
        if (!left) setFound({ key, value, trouble: '' });
      } catch (error) {
        if (!left) setFound({ key, trouble: sentenceOf(error) });
      }
    };
    void load();
    return () => {
      left = true;
    };
  }, [key, connected, attempt, anew]);
  const here = found?.key === key ? found : undefined;
  return {
    value: here?.value,
    trouble: here?.trouble ?? '',
    again: () => setAttempt((times) => times + 1),
  };
}
