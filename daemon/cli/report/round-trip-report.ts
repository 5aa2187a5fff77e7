import type { Arrival, Hop, RoundTripEnd, RoundTripEvent } from '../../../shared/round-trip.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { paint } from '../paint.ts';
import type { Output } from '../terminal.ts';
import { facts } from './facts.ts';

/** What is said of an event as it happens; often nothing. */
export function roundTripLine(event: RoundTripEvent, out: Output): string {
  const tint = paint(out);
  switch (event.type) {
    case 'begun':
      return `To ${visibleText(event.recipient)}, at most ${whole(event.timeoutMs)}.\n`;
    case 'stage':
      return event.stage === 'login' ? `${tint('good', '✓')} Logged in for ${event.part}\n` : '';
    case 'accepted':
      return `${tint('good', '✓')} Accepted by the sending server after ${seconds(event.ms)}${called(event.queueId)}\n`;
    case 'arrived':
      return `${tint(event.junk ? 'caution' : 'good', '✓')} Arrived in ${visibleText(event.folder)} after ${seconds(event.ms)}\n`;
    case 'cleaned_up':
      return event.how === 'removed'
        ? `${tint('good', '✓')} Deleted again from ${visibleText(event.folder)}\n`
        : `${tint('caution', '!')} Marked as deleted in ${visibleText(event.folder)}: the server cannot delete one letter alone\n`;
    default:
      return '';
  }
}

/** How it ended, and what the letter brought along. */
export function roundTripReport(end: RoundTripEnd, out: Output): string {
  const { arrival } = end;
  const parts = [`${sentence(end, out)}\n`];
  if (arrival) parts.push(wayOf(arrival), judgementOf(arrival, out));
  if (!arrival && end.reply !== undefined) parts.push(facts([['Server said', end.reply]], out));
  return `\n${parts.filter((part) => part !== '').join('\n')}`;
}

function sentence(end: RoundTripEnd, out: Output): string {
  const { fate, bounce, copies, arrival } = end;
  const tint = paint(out);
  const after = seconds(end.ms);
  const still = bounce?.action === 'delayed' ? ' A server on the way says that it is still trying.' : '';
  switch (fate) {
    case 'arrived': {
      const many = copies > 1 ? ` It came ${copies} times.` : '';
      const junk = arrival?.junk ? ' The server took it for junk.' : '';
      return `${tint('good', 'It arrived.')}${junk}${many}`;
    }
    case 'returned': {
      const by =
        bounce?.reportedBy === undefined ? '' : `, reported by ${visibleText(bounce.reportedBy, 256)}`;
      const why = bounce?.diagnostic ?? bounce?.status ?? 'no reason is given';
      return `${tint('bad', 'It came back')} after ${after}${by}: ${visibleText(why, 1_000)}`;
    }
    case 'refused':
      return tint('bad', 'The sending server refused it.');
    case 'deferred':
      return `${tint('bad', 'The sending server did not take it for now.')} It is not tried again by itself.`;
    case 'not_sent':
      return tint('bad', 'It could not be sent.');
    case 'not_watched':
      return tint('bad', 'Nothing was sent: the mailbox cannot be watched.');
    case 'not_seen':
      return `${tint('bad', 'It did not arrive in time.')} The sending server accepted it${called(end.queueId)}; after ${after} it was in no folder.${still}`;
    case 'unknown':
      return `${tint('bad', 'It is not known whether the sending server took it')}; after ${after} it was in no folder.`;
  }
}

function called(queueId: string | undefined): string {
  return queueId === undefined ? '' : `, which calls it ${visibleText(queueId, 128)}`;
}

function wayOf({ hops }: Arrival): string {
  if (hops.length === 0) return 'No server on the way wrote itself down.\n';
  return hops.map((hop) => `${delayOf(hop).padStart(9)}  ${visibleText(hopName(hop), 300)}\n`).join('');
}

function hopName({ by, protocol }: Hop): string {
  return `${by ?? 'a server without a name'}${protocol === undefined ? '' : ` (${protocol})`}`;
}

function delayOf({ delayMs, clockOffMs }: Hop): string {
  if (clockOffMs !== undefined)
    return `clock ${whole(Math.abs(clockOffMs))} ${clockOffMs < 0 ? 'slow' : 'fast'}`;
  return delayMs === undefined ? '' : `+${whole(delayMs)}`;
}

function judgementOf({ judgement }: Arrival, out: Output): string {
  if (!judgement) return 'The receiving server says nothing of SPF, DKIM and DMARC.\n';
  const { by, results, notBelieved } = judgement;
  const lines = results.map(({ method, result, properties, reason }): [string, string] => [
    method.toUpperCase(),
    [
      result,
      ...properties.map(({ name, value }) => `${name}=${value}`),
      ...(reason === undefined ? [] : [`(${reason})`]),
    ].join(' '),
  ]);
  const said = lines.length === 0 ? '' : facts([['By', by || 'the receiving server'], ...lines], out);
  const headers = notBelieved === 1 ? '1 header' : `${notBelieved} headers`;
  const others =
    notBelieved > 0
      ? `${headers} with such results may be written by somebody else, and are left out.\n`
      : '';
  return `${said}${others}`;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

/** Servers on the way write no fractions. */
function whole(ms: number): string {
  return `${Math.round(ms / 1_000)} s`;
}
