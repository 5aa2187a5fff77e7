import type { TestEvent } from '../../../shared/event.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { contractWords } from '../contract-words.ts';
import type { WalkRequest } from '../open-session.ts';
import { Scrubber } from '../redaction/scrubber.ts';
import { runWalk, type TestOptions } from '../run.ts';
import type { KnownUidls } from './watch-pop3.ts';
import type { FoundLetter, Removal, WatchOrder } from './watch-order.ts';

/** So long one step may take: the way to the mailbox, or one look into it. */
const stepMs = 30_000;

interface Watch {
  order: WatchOrder;
  /** POP3: kept from one look to the next. */
  known: KnownUidls;
  isFirst: boolean;
}

/** Watches a mailbox, told as a test is: IMAP to the end of the order, POP3 for one look. Never throws. */
export function runWatch(
  request: WalkRequest,
  { order, known, isFirst }: Watch,
  options: Pick<TestOptions, 'signal'>,
): AsyncGenerator<TestEvent, void> {
  // Outside of events too no word of a server is handed on as it came.
  const scrubber = new Scrubber([request.password], { keep: contractWords });
  const scrub = (text: string) => scrubber.scrub(text);
  const shown = (folder: string) => visibleText(scrub(folder), 256);
  const safely = (removal: Removal): Removal =>
    removal.how === 'refused' ? { how: 'refused', reply: visibleText(scrub(removal.reply), 1_000) } : removal;
  const safe: WatchOrder<FoundLetter> = {
    ...order,
    take: (letter) => order.take({ ...letter, folder: shown(letter.folder), scrub }),
    searched: (folder) => order.searched(shown(folder)),
    removed: (folder, removal) => order.removed(shown(folder), safely(removal)),
  };
  const load = {
    imap: async () => (await import('./watch-imap.ts')).watchImap(safe),
    pop3: async () => (await import('./watch-pop3.ts')).watchPop3(safe, known, isFirst),
    smtp: async () => {
      throw new TypeError('SMTP gives no letters.');
    },
  }[request.settings.type];
  return runWalk(request, load, { ...options, timeoutMs: stepMs }, 'The watching');
}
