import type { Account } from '../../../../shared/account.ts';
import type { Id } from '../../../../shared/id.ts';
import type { LogLevel } from '../../../../shared/log.ts';
import type { CleanedUp, RoundTripEnd } from '../../../../shared/round-trip.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import type { LogWriter } from '../../main-log.ts';
import { causeOf } from '../../tests/log-of-event.ts';

/** How a round trip ended, among the records of the account that was to receive it. */
export async function sayTrip(
  log: LogWriter,
  account: Account,
  end: RoundTripEnd,
  cleaned: readonly CleanedUp[],
): Promise<void> {
  const isAsOrdered = end.fate === 'arrived' && cleaned.every(({ how }) => how === 'removed');
  const level: LogLevel = isAsOrdered ? 'Info' : 'Warning';
  const letter = end.letterId === undefined ? '' : ` of letter ${end.letterId}`;
  const message = `Round trip${letter} to account ${visibleText(account.name, 128)}: ${sentence(end, account)}${cleaned.map(saidOfCleaning).join('')}`;
  await log.add([{ source: 'Incoming Mail', level, message, accountId: account.id }]);
  await log.flush();
}

/** Somebody ended it: of a letter that was accepted nobody knows whether it arrives. */
export async function sayCancelled(
  log: LogWriter,
  account: Account,
  letterId: Id | undefined,
): Promise<void> {
  const letter = letterId === undefined ? '' : ` of letter ${letterId}`;
  const message = `The round trip${letter} to account ${visibleText(account.name, 128)} was cancelled.`;
  await log.add([{ source: 'Incoming Mail', level: 'Info', message, accountId: account.id }]);
  await log.flush();
}

function saidOfCleaning({ folder, how, reply = '' }: CleanedUp): string {
  const where = visibleText(folder, 256);
  switch (how) {
    case 'removed':
      return ` It was deleted again from ${where}.`;
    case 'marked':
      return ` It is marked as deleted in ${where}: the server cannot delete one letter alone.`;
    case 'kept':
      return ` It was not deleted: ${where} was made anew meanwhile, and its numbers may name other letters.`;
    case 'refused':
      return ` It stands in ${where} still: the server refused to delete it. The server said: ${visibleText(reply, 1_000)}`;
    case 'unknown':
      return ` It was to be deleted from ${where}, and no answer came: it may stand there still.`;
  }
}

function sentence(end: RoundTripEnd, account: Account): string {
  const { fate, arrival, bounce, copies, part, stage, failure } = end;
  const seconds = `${(end.ms / 1_000).toFixed(1)} s`;
  const broken =
    part === 'receiving' && stage && failure
      ? ` The watching broke off. ${causeOf({ stage, failure }, account.connection)}`
      : '';
  switch (fate) {
    case 'arrived': {
      const where = visibleText(arrival?.folder ?? '', 256);
      const junk = arrival?.junk ? ', which is for junk' : '';
      const twice = copies > 1 ? ` It came ${copies} times.` : '';
      return `it arrived in ${where}${junk} after ${((arrival?.ms ?? 0) / 1_000).toFixed(1)} s.${twice}${broken}`;
    }
    case 'returned':
      return `it came back after ${seconds}: ${bounce?.diagnostic ?? bounce?.status ?? 'no reason is given'}`;
    case 'refused':
      return 'the sending server refused it.';
    case 'deferred':
      return 'the sending server wants another try later; it is not tried again by itself.';
    case 'not_sent':
      return 'it could not be sent.';
    case 'not_watched':
      return `nothing was sent, since the mailbox cannot be watched.${broken}`;
    case 'not_seen':
      return `the sending server accepted it, and after ${seconds} it was not there.${broken}`;
    case 'unknown':
      return `whether the sending server took it is not known, and after ${seconds} it was not there.${broken}`;
  }
}
