import { useEffect, useState } from 'preact/hooks';
import { connection } from '../state/connection.ts';
import { Refused } from '../../shared/refusal.ts';
import { sentenceOf } from '../state/sentence-of.ts';

export interface Answer<T> {
  readonly value: T | undefined;
  readonly trouble: string;
  /** What was asked for is not there, or no longer. */
  readonly gone: boolean;
  readonly again: () => void;
}

interface Found<T> {
  readonly key: string;
  readonly value?: T;
  readonly trouble: string;
  readonly gone?: true;
}

/**
 * What the daemon answers to a question, asked anew when `key` changes; the answer to another one is not shown.
 * A question of several parts is asked on while it is `wanted`. When `anew` changes it is asked again, and the answer before stays meanwhile, also when that fails.
 */
export function useAnswer<T>(
  key: string,
  ask: (wanted: () => boolean) => Promise<T>,
  anew: number | string = 0,
): Answer<T> {
  const [found, setFound] = useState<Found<T>>();
  const [attempt, setAttempt] = useState(0);
  const connected = connection.value.state === 'connected';
  useEffect(() => {
    if (!connected) return;
    let left = false;
    const load = async () => {
      try {
        const value = await ask(() => !left);
        if (!left) setFound({ key, value, trouble: '' });
      } catch (error) {
        if (left) return;
        const trouble = sentenceOf(error);
        if (error instanceof Refused && error.refusal.kind === 'not_found')
          setFound({ key, trouble, gone: true });
        else setFound((before) => ({ ...(before?.key === key ? before : {}), key, trouble }));
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
    gone: here?.gone ?? false,
    again: () => setAttempt((times) => times + 1),
  };
}
