import type { RoundTripEnd } from '../round-trip.ts';
import { visibleText } from '../visible-text.ts';
import type { english } from './en.ts';
import { isBad, nameOf } from './told-judgement.ts';

/** What the words need to know beside the end itself. */
export interface TripContext {
  recipient: string;
  receivingType: string | undefined;
  /** Where a report goes that it came back, when nobody watches there. */
  reportsTo?: string | undefined;
}

/** How a round trip ended, for a person: what is so, why, and what to do next. What servers said stands beside it. */
export interface ToldEnd {
  tone: 'good' | 'caution' | 'bad';
  title: string;
  why: string[];
  steps: string[];
}

/** So many folders are named. */
const mostNamed = 10;

/** Says each fate. */
export function toldEnd(texts: typeof english, end: RoundTripEnd, context: TripContext): ToldEnd {
  const { titles, why, steps } = texts;
  const bad = (title: string, whys: string[], nexts: string[]): ToldEnd => ({
    tone: 'bad',
    title,
    why: whys,
    // What broke is explained with steps of its own.
    steps: end.failure && end.part === 'sending' ? [] : nexts,
  });
  switch (end.fate) {
    case 'arrived':
      return arrived(texts, end);
    case 'returned':
      return returned(texts, end);
    case 'refused':
      return bad(titles.refused, [why.refused], [steps.address, steps.askSender]);
    case 'deferred':
      return bad(titles.deferred, [why.deferred], [steps.wait, steps.askSender]);
    case 'not_sent':
      return bad(titles.not_sent, [why.not_sent], [steps.testSender]);
    case 'not_watched':
      return bad(titles.not_watched, [why.not_watched], [steps.testReceiver]);
    case 'not_seen':
      return notSeen(texts, end, context);
    case 'unknown':
      return bad(
        titles.unknown,
        [why.unknown, ...searched(texts, end)],
        [steps.look, ...elsewhere(texts, context)],
      );
  }
}

function arrived({ titles, why, steps, seconds }: typeof english, end: RoundTripEnd): ToldEnd {
  const { copies, arrival, part } = end;
  const folder = visibleText(arrival?.folder ?? '', 256);
  const after = seconds(arrival?.ms ?? end.ms);
  const wrong = (arrival?.judgement?.results ?? []).filter(isBad).map((result) => nameOf(result));
  const told: ToldEnd = { tone: 'good', title: titles.arrived(folder, after), why: [], steps: [] };
  if (arrival?.junk) {
    told.title = titles.junk(folder, after);
    told.why.push(why.junk);
  }
  if (copies > 1) {
    told.title = titles.twice(folder, copies);
    told.why.push(why.twice);
    told.steps.push(steps.twice);
  }
  if (!arrival?.junk && folder.toUpperCase() !== 'INBOX') {
    told.why.push(why.folder);
    told.steps.push(steps.rules);
  }
  if (wrong.length > 0) {
    told.why.push(why.judged([...new Set(wrong)].join(', ')));
    told.steps.push(steps.judged);
  }
  if (arrival?.junk) told.steps.push(steps.wanted, steps.ordinary);
  if (part === 'receiving') told.why.push(why.watchingEnded);
  if (arrival?.junk || copies > 1 || wrong.length > 0) told.tone = 'caution';
  else told.why.unshift(why.arrived);
  return told;
}

function returned({ titles, why, steps, seconds }: typeof english, end: RoundTripEnd): ToldEnd {
  const { reportedBy, status = '' } = end.bounce ?? {};
  const by = reportedBy === undefined ? undefined : visibleText(reportedBy, 256);
  const told: ToldEnd = {
    tone: 'bad',
    title: titles.returned(seconds(end.ms)),
    why: [why.returned(by)],
    steps: [],
  };
  if (/^5\.1\.[1236]$/.test(status)) {
    told.why.push(why.noMailbox);
    told.steps.push(steps.address);
  } else if (status.endsWith('.2.2')) {
    told.why.push(why.full);
    told.steps.push(steps.space);
  } else if (status.startsWith('5.7.')) told.why.push(why.policy);
  told.steps.push(steps.askReceiver);
  return told;
}

function notSeen(texts: typeof english, end: RoundTripEnd, context: TripContext): ToldEnd {
  const { titles, why, steps, seconds } = texts;
  const queueId = end.queueId === undefined ? undefined : visibleText(end.queueId, 128);
  const whys = [why.not_seen(queueId), ...searched(texts, end)];
  if (end.bounce?.action === 'delayed') whys.push(why.delayed);
  if (end.part === 'receiving') whys.push(why.watchingBroke);
  const ask = queueId === undefined ? steps.log : steps.queue(queueId);
  return {
    tone: 'bad',
    title: titles.not_seen(seconds(end.ms)),
    why: whys,
    steps: [steps.longer, ...elsewhere(texts, context), ask],
  };
}

/** Where it was looked for: no more than that is known. */
function searched({ why }: typeof english, { searched: folders = [] }: RoundTripEnd): string[] {
  if (folders.length === 0) return [];
  const named = folders.slice(0, mostNamed).map((folder) => visibleText(folder, 256));
  return [why.searched(named.join(', '), folders.length - named.length)];
}

/** Where it may be, unseen by us. */
function elsewhere(
  { steps }: typeof english,
  { recipient, receivingType, reportsTo }: TripContext,
): string[] {
  const mailbox = steps.mailbox(visibleText(recipient, 320));
  const reports = reportsTo === undefined ? [] : [steps.reports(visibleText(reportsTo, 320))];
  return [...reports, ...(receivingType === 'pop3' ? [steps.pop3] : []), mailbox];
}
