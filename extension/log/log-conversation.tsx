import type { Id } from '../../shared/id.ts';
import type { LogRecord } from '../../shared/log.ts';
import { visibleLines } from '../../shared/visible-text.ts';
import { type LogPlace, recordAddress } from '../addresses/log-address.ts';
import { CopyButton } from '../copy-button.tsx';
import { Note } from '../frame/note.tsx';
import '../style/log-conversation.css';
import { inDigits, t } from '../words.ts';
import { type ConversationLine, type ConversationPart, conversationOf, hasSession } from './conversation.ts';
import { clockWords } from '../records/moment-words.ts';
import { NoAnswer } from '../records/no-answer.tsx';
import { mostRecords, useExchange } from './use-exchange.ts';

interface LogConversationProps {
  testId: Id;
  place: LogPlace;
}

/** One test as the exchange it was: what each side said, under the stage it belongs to, with times. */
export function LogConversation({ testId, place }: LogConversationProps) {
  const { records, isCut, trouble, again } = useExchange(testId);
  if (!records) return <NoAnswer trouble={trouble} again={again} />;
  if (records.length === 0) return <Note title={t('log.nothingTitle')} />;
  const parts = conversationOf(records);
  return (
    <div class="talk">
      <div class="talk-head">
        {!hasSession(parts) && <p class="talk-hint">{t('log.talk.noSession')}</p>}
        {isCut && <p>{t('log.talk.more', { count: inDigits(mostRecords) })}</p>}
        <CopyButton label={t('log.talk.copy')} text={() => textOf(records)} />
      </div>
      {parts.map((part) => (
        <Part key={part.lines[0]?.id} part={part} place={place} />
      ))}
    </div>
  );
}

function textOf(records: readonly LogRecord[]): string {
  return records.map(({ createdAt, message }) => `${createdAt} ${message}`).join('\n');
}

function Part({ part: { stage, ms, lines }, place }: { part: ConversationPart; place: LogPlace }) {
  const failed = lines.some(({ from }) => from === 'failure');
  return (
    <section class={failed ? 'talk-part talk-failed' : 'talk-part'}>
      <h2 class="talk-stage">
        {stage ? t(`status.stages.${stage}`) : t('log.talk.end')}
        {ms !== undefined && <span class="talk-ms">{t('log.talk.ms', { ms: inDigits(ms) })}</span>}
      </h2>
      <ol class="talk-lines">
        {lines.map((line) => (
          <li key={line.id} class={`talk-line talk-${line.from}`}>
            <a class="talk-time" href={recordAddress(line.id, place)}>
              <time dateTime={line.createdAt}>{clockWords(line.createdAt)}</time>
            </a>
            <span class="talk-who">{t(`log.talk.from.${line.from}`)}</span>
            <Words line={line} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What others wrote is quoted, and no character of it is obeyed. */
function Words({ line: { from, text } }: { line: ConversationLine }) {
  const shown = visibleLines(text, 500).join('\n');
  if (from === 'client' || from === 'server')
    return (
      <blockquote class="talk-words" lang="en" dir="auto">
        {shown}
      </blockquote>
    );
  return (
    <p class="talk-words" lang="en" dir="auto">
      {shown}
    </p>
  );
}
