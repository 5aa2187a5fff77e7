import type { LogRecord } from '../../shared/log.ts';
import type { Stage } from '../../shared/stage.ts';
import { stages } from '../../shared/stages.ts';

/** A line of the exchange: who said it, or what Mailprobe found out. */
export interface ConversationLine {
  readonly id: string;
  readonly createdAt: string;
  readonly from: 'client' | 'server' | 'note' | 'probe' | 'warning' | 'failure';
  readonly text: string;
}

/** All that led to the end of one stage; without a stage it is what stands before the first and after the last. */
export interface ConversationPart {
  readonly stage: Stage | undefined;
  /** From the end of the stage before; undefined for the first. */
  readonly ms: number | undefined;
  readonly lines: readonly ConversationLine[];
}

/** The records of one test, oldest first, as one exchange; by the words that the daemon begins each with. */
export function conversationOf(records: readonly LogRecord[]): readonly ConversationPart[] {
  const parts: ConversationPart[] = [];
  let lines: ConversationLine[] = [];
  let begun: number | undefined;
  for (const record of records) {
    lines.push(lineOf(record));
    const stage = record.level === 'Debug' ? undefined : endedStage(record.message);
    if (!stage) continue;
    const at = Date.parse(record.createdAt);
    parts.push({ stage, ms: begun === undefined ? undefined : Math.max(0, at - begun), lines });
    begun = at;
    lines = [];
  }
  return lines.length > 0 ? [...parts, { stage: undefined, ms: undefined, lines }] : parts;
}

/** Whether the words of both sides are there: only where Enable Debug was on. */
export function hasSession(parts: readonly ConversationPart[]): boolean {
  return parts.some(({ lines }) => lines.some(({ from }) => from === 'client' || from === 'server'));
}

const speakers = { 'C: ': 'client', 'S: ': 'server', '* ': 'note' } as const;
const ownLevels = { Debug: 'note', Info: 'probe', Warning: 'warning', Error: 'failure' } as const;

function lineOf({ id, createdAt, level, message }: LogRecord): ConversationLine {
  const [prefix = '', from = ownLevels[level]] =
    Object.entries(speakers).find(([prefix]) => level === 'Debug' && message.startsWith(prefix)) ?? [];
  return { id, createdAt, from, text: message.slice(prefix.length) };
}

const beginnings: readonly [RegExp, Stage][] = [
  [/^\S+ (?:was looked up:|is an address:)/, 'resolve'],
  [/^Connected to /, 'connect'],
  [/^Encrypted from the first byte:/, 'tls'],
  [/^Encrypted after the greeting:/, 'starttls'],
  [/^The server greeted/, 'greeting'],
  [/^(?:SMTP|IMAP|POP3) session set up:/, 'login'],
  [/^The server accepts the sender /, 'sender'],
  [/^List of email ids received:/, 'mailbox'],
  [/^Logged out:/, 'logout'],
];

function endedStage(message: string): Stage | undefined {
  const [, named] = /^Stage ([a-z]+) (?:passed|failed)[.:]/.exec(message) ?? [];
  return stages.find((stage) => stage === named) ?? beginnings.find(([begin]) => begin.test(message))?.[1];
}
