import type { Arrival, CleanedUp, Hop, RoundTripEnd, RoundTripEvent } from '../../../shared/round-trip.ts';
import { teller } from '../../../shared/round-trip-words.ts';
import type { TripContext } from '../../../shared/round-trip-words/told-end.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { paint } from '../paint.ts';
import type { Output } from '../terminal.ts';
import { wrap } from '../wrap.ts';
import { facts } from './facts.ts';
import { stepLines } from './step-lines.ts';

/** What is said of an event as it happens; often nothing. */
export function roundTripLine(event: RoundTripEvent, out: Output): string {
  const tint = paint(out);
  switch (event.type) {
    case 'begun':
      return `To ${visibleText(event.recipient)}, at most ${Math.round(event.timeoutMs / 1_000)} s.\n`;
    case 'stage':
      return event.stage === 'login' ? `${tint('good', '✓')} Logged in for ${event.part}\n` : '';
    case 'accepted':
      return `${tint('good', '✓')} Accepted by the sending server after ${teller.seconds(event.ms)}${called(event.queueId)}\n`;
    case 'arrived':
      return `${tint(event.junk ? 'caution' : 'good', '✓')} Arrived in ${visibleText(event.folder)} after ${teller.seconds(event.ms)}\n`;
    case 'cleaned_up':
      return cleanedUp(event, out);
    default:
      return '';
  }
}

function cleanedUp(event: CleanedUp, out: Output): string {
  const tint = paint(out);
  const folder = visibleText(event.folder);
  switch (event.how) {
    case 'removed':
      return `${tint('good', '✓')} Deleted again from ${folder}\n`;
    case 'marked':
      return `${tint('caution', '!')} Marked as deleted in ${folder}: the server cannot delete one letter alone\n`;
    case 'kept':
      return `${tint('caution', '!')} Not deleted from ${folder}: it was made anew meanwhile (UIDVALIDITY), and its numbers may name other letters\n`;
    case 'refused':
      return `${tint('caution', '!')} Not deleted: it stands in ${folder} still. The server said: ${visibleText(event.reply ?? '', 500)}\n`;
    case 'unknown':
      return `${tint('caution', '!')} No answer to the deletion: it may stand in ${folder} still\n`;
  }
}

/** How it ended and what to do, and what the letter brought along; what broke has its own report. */
export function roundTripReport(end: RoundTripEnd, context: TripContext, out: Output): string {
  const { arrival, bounce, reply } = end;
  const { tone, title, why, steps } = teller.end(end, context);
  const parts = [`${paint(out)(tone, title)}.\n${why.map((each) => `${wrap(each, out)}\n`).join('')}`];
  if (arrival) parts.push(wayOf(arrival), judgementOf(arrival, out));
  const said: [string, string][] = [];
  const report = bounce?.diagnostic ?? bounce?.status;
  if (report !== undefined) said.push(['Report said', report]);
  if (!arrival && reply !== undefined) said.push(['Server said', reply]);
  if (said.length > 0) parts.push(facts(said, out));
  if (steps.length > 0) parts.push(`What to do:\n${stepLines(steps, out).join('\n')}\n`);
  return `\n${parts.join('\n')}`;
}

function called(queueId: string | undefined): string {
  return queueId === undefined ? '' : `, which calls it ${visibleText(queueId, 128)}`;
}

function wayOf({ hops }: Arrival): string {
  return hops.length === 0 ? `${teller.noHops}\n` : hops.map(hopLine).join('');
}

function hopLine(hop: Hop): string {
  const { name, delay = '', clock } = teller.hop(hop);
  return `${delay.padStart(9)}  ${name}${clock === undefined ? '' : `, ${clock}`}\n`;
}

function judgementOf({ judgement }: Arrival, out: Output): string {
  const { by, results, notes } = teller.judgement(judgement);
  const lines = results.map(({ name, result, details, meaning }): [string, string] => [
    name,
    `${[result, ...details].join(' ')}${meaning === '' ? '' : `: ${meaning}`}`,
  ]);
  const said = lines.length === 0 ? '' : facts([['By', by], ...lines], out);
  return `${said}${notes.map((note) => `${wrap(note, out)}\n`).join('')}`;
}
