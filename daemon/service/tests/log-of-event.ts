import { type ConnectionSettings, securityOf } from '../../../shared/account.ts';
import type { TestEvent } from '../../../shared/event.ts';
import { explain } from '../../../shared/explanation.ts';
import { authSource, type LogLevel, type LogSource } from '../../../shared/log.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { warningSentence } from '../../../shared/warning-sentence.ts';
import { evidenceSentence } from './evidence-sentence.ts';

/** One record's words; whose test it was, and when, is added where it is written. */
export interface EventWords {
  source: LogSource;
  level: LogLevel;
  message: string;
}

type Event<Type extends TestEvent['type']> = Extract<TestEvent, { type: Type }>;

/** The Main Log's records of one event (contract §3), in order; often none, or one. */
export function logOfEvent(event: TestEvent, settings: ConnectionSettings): EventWords[] {
  const source = authSource[settings.type];
  switch (event.type) {
    case 'started':
      return event.stage === 'mailbox' ? [{ source, level: 'Info', message: calledFor }] : [];
    case 'passed':
      return [{ source, level: 'Info', message: evidenceSentence(event.stage, event.evidence, settings) }];
    case 'transcript':
      return [
        {
          source,
          level: 'Debug',
          message: `${speakers[event.from]} ${visibleText(event.text, longestLine)}`,
        },
      ];
    case 'failed':
      return [{ source: 'Email Logger', level: 'Error', message: causeOf(event, settings) }];
    case 'finished':
      return [
        ...event.warnings.map((warning): EventWords => ({
          source,
          level: 'Warning',
          message: visibleText(warningSentence(warning), 1_000),
        })),
        { source, level: 'Info', message: verdictOf(event) },
      ];
  }
}

const calledFor = 'List of email ids called for after the authorization.';
const speakers = { client: 'C:', server: 'S:', note: '*' } as const;
/** A transcript's line has at most 1,024 characters, of which each may show as eight. */
const longestLine = 8 * 1_024;

/** Such as `Login failed: The server refused user name or password (auth_bad_credentials). The server said: NO …`. */
export function causeOf(
  { stage, failure }: Pick<Event<'failed'>, 'stage' | 'failure'>,
  settings: ConnectionSettings,
): string {
  const { kind, reply, detail, code } = failure;
  const { type, server, port } = settings;
  const { title } = explain(kind, { type, server, port, security: securityOf(settings), detail, reply });
  const said = reply && `The server said: ${visibleText(reply.replaceAll(/\r?\n/g, ' / '), 1_000)}`;
  const seen = detail && visibleText(detail, 500);
  const coded = code && !detail?.includes(code) ? `(${visibleText(code, 64)})` : undefined;
  return [
    `Stage ${stage} failed: ${title.replace(/\.$/, '')} (${kind}).`,
    ...[said, seen, coded].filter((part) => part !== undefined && part !== ''),
  ].join(' ');
}

function verdictOf({ verdict, ms, ids }: Event<'finished'>): string {
  const counted = ids ? `, ${ids.count} ${ids.count === 1 ? 'message' : 'messages'}` : '';
  return `The test ${verdict === 'cancelled' ? 'was cancelled' : verdict} after ${Math.round(ms)} ms${counted}.`;
}
