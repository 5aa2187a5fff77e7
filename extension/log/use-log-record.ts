import { useEffect, useState } from 'preact/hooks';
import { Id } from '../../shared/id.ts';
import type { LogRecord } from '../../shared/log.ts';
import { call } from '../state/call.ts';
import { connection } from '../state/connection.ts';
import { sentenceOf } from '../state/sentence-of.ts';

interface LogRecordRead {
  record: LogRecord | undefined;
  trouble: string;
}

const nothing: LogRecordRead = { record: undefined, trouble: '' };

/** One record: `known` where the list has it, else from the daemon. */
export function useLogRecord(id: string, known: LogRecord | undefined): LogRecordRead {
  const [read, setRead] = useState(nothing);
  const connected = connection.value.state === 'connected';
  useEffect(() => {
    setRead(nothing);
    if (known || !connected || !Id.safeParse(id).success) return;
    let left = false;
    const load = async () => {
      try {
        const { record } = await call('logGet', { id });
        if (!left) setRead({ record, trouble: '' });
      } catch (error) {
        if (!left) setRead({ record: undefined, trouble: sentenceOf(error) });
      }
    };
    void load();
    return () => {
      left = true;
    };
  }, [id, known?.id, connected]);
  return known ? { record: known, trouble: '' } : read;
}
