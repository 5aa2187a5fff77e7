import { type ConnectionSettings, securityOf } from '../../../../shared/account.ts';
import { explain } from '../../../../shared/explanation.ts';
import type { LogLevel } from '../../../../shared/log.ts';
import type { FailureKind } from '../../../../shared/failure.ts';
import type { Letter, LetterHold, LetterReason } from '../../../../shared/letter.ts';
import { letterReasonWords } from '../../../../shared/letter-reason.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import type { SendingEvent } from '../../../probe/sent-letter.ts';
import type { EndedSending, LeftLetters } from '../../../store/letters.ts';
import type { Words } from '../../main-log.ts';
import { logOfEvent } from '../../tests/log-of-event.ts';

type Said = Pick<Words, 'level' | 'message'>;

/** The Main Log's records of one step of a letter, in order; often none, or one. */
export function logOfSending(
  { id, accountId }: Pick<Letter, 'id' | 'accountId'>,
  event: SendingEvent,
  settings: ConnectionSettings,
): Words[] {
  const of = accountId === undefined ? {} : { accountId };
  const own = said(event, settings).map(({ level, message }) => ({
    source: 'Outgoing Mail' as const,
    level,
    message: `Letter ${id}: ${message}`,
    ...of,
  }));
  // The cause of a connection that failed stands where those of tests do.
  const cause = event.type === 'failed' && event.stage !== 'sender' ? logOfEvent(event, settings) : [];
  return [...cause.map((words) => ({ ...words, ...of })), ...own];
}

function said(event: SendingEvent, settings: ConnectionSettings): Said[] {
  switch (event.type) {
    case 'sender':
      return [{ level: 'Info', message: `${shown(event.command)} was accepted: ${shown(event.reply)}` }];
    case 'recipient': {
      const { address, outcome, reply = '' } = event.delivery;
      const whom = `Recipient ${visibleText(address, 320)}`;
      if (outcome === 'unknown') return [{ level: 'Info', message: `${whom} was accepted: ${shown(reply)}` }];
      const cause = event.kind === undefined ? '' : ` ${causeOf(event.kind, settings)}`;
      const until = outcome === 'waiting' ? 'refused for now' : 'refused';
      return [
        { level: 'Warning', message: `${whom} was ${until}.${cause} The server said: ${shown(reply)}` },
      ];
    }
    case 'handing over':
      return [{ level: 'Info', message: `${event.octets} octets (${event.encoding}) are handed over.` }];
    case 'ended':
      return [];
    default:
      return logOfEvent(event, settings);
  }
}

/** How a try ended. */
export function endOfSending(ended: EndedSending, settings: ConnectionSettings): Said {
  const { status, deliveries, reply, queueId, failureKind, nextAttemptMs, reason } = ended;
  const words = reply === undefined || reply === '' ? '' : ` The server said: ${shown(reply)}`;
  const cause = failureKind === undefined ? '' : ` ${causeOf(failureKind, settings)}`;
  const refused = deliveries.filter(({ outcome }) => outcome === 'refused').length;
  const why = reason === undefined ? '' : ` ${letterReasonWords(reason)}`;
  const some =
    refused > 0
      ? ` ${refused} of ${deliveries.length} recipients ${refused === 1 ? 'has' : 'have'} not got it.`
      : '';
  switch (status) {
    case 'Processed': {
      const name = queueId === undefined ? '' : `, which calls it ${shown(queueId)}`;
      return {
        level: refused > 0 ? 'Warning' : 'Info',
        message: `It was taken by the server${name}.${some}${words}${why}`,
      };
    }
    case 'Ready': {
      const at =
        nextAttemptMs === undefined
          ? ''
          : `${stopAfter(words)} It is tried again at ${utcTime(nextAttemptMs)}.`;
      return { level: 'Warning', message: `It is not sent yet.${cause}${words}${at}` };
    }
    case 'Failed':
      return { level: 'Error', message: `It was not sent.${cause}${words}${why}` };
    case 'Unknown':
      return { level: 'Error', message: `${unknown}${cause}${words}${why}` };
  }
}

/** It goes to others than those it was written to, who stand in the log and in the record alone. */
export function redirected({ recipients, cc, bcc }: Letter, to: string): string {
  const written = [recipients, ...(cc ? [`Cc ${cc}`] : []), ...(bcc ? [`Bcc ${bcc}`] : [])].join('; ');
  return `It goes to ${shown(to)} (simple.email.test.user) in place of ${shown(written)}.`;
}

/** Of letters that a daemon left behind which ended too early. */
export function logOfLeft({ ready, unknown: lost, failed }: LeftLetters): Words[] {
  const of = (level: LogLevel, message: string) => (letter: LeftLetters['ready'][number]) => ({
    source: 'Outgoing Mail' as const,
    level,
    message: `Letter ${letter.id}: ${message}`,
    accountId: letter.accountId,
  });
  return [
    ...ready.map(
      of('Info', 'It was being sent when the daemon ended, and had not been handed over: it is sent anew.'),
    ),
    ...lost.map(of('Error', `${unknown} The daemon ended before the answer was written down.`)),
    ...failed.map((letter) => logOfGivenUp(letter, 'daemon_ended')),
  ];
}

/** Of one that no server was asked about. */
export function logOfGivenUp(
  { id, accountId }: { id: Letter['id']; accountId: Letter['id'] },
  reason: LetterReason,
): Words {
  return {
    source: 'Outgoing Mail',
    level: 'Error',
    message: `Letter ${id}: It is not tried again. ${letterReasonWords(reason)}`,
    accountId,
  };
}

/** Why letters wait. */
export function logOfHold(hold: LetterHold, account: string): string {
  const whose = `Letters of account ${visibleText(account, 128)} wait`;
  return {
    sending_off: 'Letters wait: sending is switched off (simple.email.smtp.active).',
    guarded: `${whose}: sign-in was refused again and again, and another try may lock it.`,
    secret_required: `${whose}: no password is stored for it as it is now.`,
    secret_trouble: `${whose}: its password cannot be read without somebody there.`,
    account_inactive: `${whose}: it is inactive.`,
    account_missing: `${whose}: it is not there any more, or is no SMTP account.`,
    daemon_trouble: `${whose}: Mailprobe could not read or write its own data. It is tried again every minute.`,
  }[hold];
}

const unknown =
  'It was handed over, and whether the server took it is not known: it is not sent again by itself.';

function causeOf(kind: FailureKind, settings: ConnectionSettings): string {
  const { type, server, port } = settings;
  const { title } = explain(kind, { type, server, port, security: securityOf(settings) });
  return `${title.replace(/\.$/, '')} (${kind}).`;
}

/** What a server says often ends without a full stop. */
function stopAfter(words: string): string {
  return words === '' || /[.!?]$/.test(words) ? '' : '.';
}

/** Such as `2026-01-31 09:05:07 UTC`: whoever reads the log may sit in another zone. */
function utcTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

function shown(text: string): string {
  return visibleText(text.replaceAll(/\r?\n/g, ' / '), 1_000);
}
