import { Secret } from '../../daemon/secret.ts';
import type { LetterParts } from '../../daemon/probe/letter-message.ts';
import { sendLetter, type SendOptions } from '../../daemon/probe/send.ts';
import type { SendingEvent, SentLetter } from '../../daemon/probe/sent-letter.ts';
import type { Delivery } from '../../shared/letter.ts';
import { settingsOf, type Target } from '../walk.ts';

/** One letter's sending, taken apart. */
export interface Sent extends SentLetter {
  events: SendingEvent[];
  /** What was written down before the last dot, if it came so far. */
  handedOver: readonly Delivery[] | undefined;
  outcomes: string[];
}

interface Wanted extends SendOptions {
  letter?: Partial<LetterParts>;
  recipients?: string[];
  /** Called where the letter is handed over. */
  handOver?: () => Promise<void>;
}

/** Sends a letter by this server. */
export async function sent(target: Omit<Target, 'type'>, wanted: Wanted = {}): Promise<Sent> {
  const { letter, recipients = ['bob@mail.test'], handOver, ...options } = wanted;
  const events: SendingEvent[] = [];
  let handedOver: readonly Delivery[] | undefined;
  const request = {
    settings: settingsOf({ type: 'smtp', ...target }),
    password: new Secret(target.password ?? 'pw-Small-1'),
    letter: {
      from: 'small@mail.test',
      to: recipients.join(', '),
      subject: 'A test',
      text: 'Hello',
      messageId: 'one@mail.test',
      date: new Date('2026-11-23T03:00:00Z'),
      ...letter,
    },
    recipients,
    async handOver(deliveries: readonly Delivery[]) {
      handedOver = deliveries;
      await handOver?.();
    },
  };
  for await (const event of sendLetter(request, options)) events.push(event);
  const ends = events.flatMap((event) => (event.type === 'ended' ? [event.sent] : []));
  const [end] = ends;
  if (!end || ends.length > 1) throw new Error(`The sending ended ${ends.length} times.`);
  return { ...end, events, handedOver, outcomes: end.deliveries.map(({ outcome }) => outcome) };
}
