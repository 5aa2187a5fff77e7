import type { CleanedUp, RoundTripEvent } from '../../shared/round-trip.ts';
import { visibleText } from '../../shared/visible-text.ts';
import { isolated } from '../isolated.ts';
import { duration } from '../status/duration.ts';
import { inDigits, t } from '../words.ts';
import { eventOf } from './event-of.ts';
import { teller } from './teller.ts';
import type { ShownTrip } from './shown-trip.ts';

/** One line of the journey. */
export interface JourneyStep {
  readonly key: string;
  readonly state: 'done' | 'caution' | 'running' | 'failed' | 'waiting';
  readonly title: string;
  /** Smaller, below it. */
  readonly detail?: string;
  /** A server's own words. */
  readonly said?: string;
  /** How long it took, or when it was. */
  readonly time?: string;
  /** The time stands out. */
  readonly slow?: boolean;
}

/** The way of a letter as far as it is known: from the first login to the folder where it lies. */
export function journeySteps(trip: ShownTrip): JourneyStep[] {
  const { cancel, to, from } = trip;
  const accepted = eventOf(trip, 'accepted');
  const arrival = eventOf(trip, 'arrived');
  const steps: JourneyStep[] = [
    loginStep(trip, 'receiving', to.name),
    loginStep(trip, 'sending', from.name),
    {
      key: 'accepted',
      state: accepted ? 'done' : 'waiting',
      title: t(`roundTrip.journey.accepted.${accepted ? 'done' : 'todo'}`),
      ...(accepted && { time: teller.seconds(accepted.ms) }),
      ...(accepted?.queueId !== undefined && {
        detail: t('roundTrip.journey.queueId', { id: isolated(visibleText(accepted.queueId, 128)) }),
      }),
      ...(accepted?.reply !== undefined && { said: visibleText(accepted.reply, 500) }),
    },
    ...(arrival?.hops ?? []).map((hop, at): JourneyStep => {
      const { name, from: sender, delay, clock, slow } = teller.hop(hop);
      const detail = [sender, clock].filter((each) => each !== undefined).join(' · ');
      return {
        key: `hop ${at}`,
        state: slow || clock !== undefined ? 'caution' : 'done',
        title: name,
        slow,
        ...(detail !== '' && { detail }),
        ...(delay !== undefined && { time: delay }),
      };
    }),
    arrival
      ? {
          key: 'found',
          state: arrival.junk ? 'caution' : 'done',
          title: t('roundTrip.journey.found', { folder: isolated(visibleText(arrival.folder, 256)) }),
          time: teller.seconds(arrival.ms),
          ...(arrival.hops.length === 0 && { detail: teller.noHops }),
        }
      : { key: 'found', state: 'waiting', title: t('roundTrip.journey.waiting') },
    ...trip.events.filter((event) => event.type === 'cleaned_up').map(cleanedStep),
  ];
  return steps.map((each, at) => {
    if (each.state !== 'waiting' || steps.slice(0, at).some(({ state }) => state === 'waiting')) return each;
    // The first that is still to come: it is under way, or what the trip ended at.
    return cancel ? { ...each, state: 'running' } : stopped(each, trip);
  });
}

function cleanedStep({ how, folder, reply }: CleanedUp, at: number): JourneyStep {
  return {
    key: `cleaned ${at}`,
    state: how === 'removed' ? 'done' : 'caution',
    title:
      how === 'refused' || how === 'unknown'
        ? t(`roundTrip.journey.${how}`, { folder: isolated(visibleText(folder, 256)) })
        : t(`roundTrip.journey.${how}`),
    ...(reply !== undefined && { said: visibleText(reply, 500) }),
  };
}

function stopped(step: JourneyStep, { broken }: ShownTrip): JourneyStep {
  if (broken === 'cancelled' || broken === 'left') return step;
  const title = step.key === 'found' ? t('roundTrip.journey.notFound') : step.title;
  return { ...step, title, state: 'failed' };
}

function loginStep({ events }: ShownTrip, part: 'sending' | 'receiving', name: string): JourneyStep {
  const done = events.find(
    (event): event is Extract<RoundTripEvent, { type: 'stage' }> =>
      event.type === 'stage' && event.stage === 'login' && event.part === part,
  );
  return {
    key: part,
    state: done ? 'done' : 'waiting',
    title: t(`roundTrip.journey.${part}.${done ? 'done' : 'todo'}`, {
      name: isolated(visibleText(name, 128)),
    }),
    ...(done && { time: duration(done.ms) }),
  };
}

/** How long it has been waited for, of how long at most; it does not say whether it has come. */
export function waitedWords(seconds: number, most: number): string {
  return t('roundTrip.journey.waited', { seconds: inDigits(seconds), most: inDigits(most) });
}
