import { Id } from '../../shared/id.ts';
import type { LogRecord } from '../../shared/log.ts';
import { useAnswer } from '../records/use-answer.ts';
import { call } from '../state/call.ts';

interface LogRecordRead {
  record: LogRecord | undefined;
  trouble: string;
}

/** One record: `known` where the list has it, else from the daemon; one that was read stays while the daemon is away. */
export function useLogRecord(id: string, known: LogRecord | undefined): LogRecordRead {
  const { value, trouble } = useAnswer(id, async () => {
    if (known || !Id.safeParse(id).success) return known;
    return (await call('logGet', { id })).record;
  });
  const record = known ?? value;
  return { record, trouble: record ? '' : trouble };
}
