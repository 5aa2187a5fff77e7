import { batch } from '@preact/signals';
import { ConnectionTrouble } from '../../shared/connection-trouble.ts';
import type { DaemonClient } from '../../shared/daemon-client.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import { beginChanges, type Changing, tellChange } from './changes.ts';
import { beginLog, tellLog } from './recent-log.ts';
import { beginRuns, loseRuns, tellRuns } from './runs.ts';

/** The daemon says `alive` every 20 s: longer silence is a dead connection. */
const longestSilenceMs = 45_000;
/** Events of a moment are shown at once: a test of many accounts tells hundreds. */
const momentMs = 16;

/** Holds the one stream of this context and feeds all state from it, until it ends or `signal` aborts it. */
export async function followLive(client: DaemonClient, signal: AbortSignal): Promise<void> {
  const silence = new AbortController();
  let watchdog = setTimeout(() => silence.abort(), longestSilenceMs);
  let waiting: LiveEvent[] = [];
  let moment: ReturnType<typeof setTimeout> | undefined;
  const tellAll = () => {
    moment = undefined;
    const events = waiting;
    waiting = [];
    tell(events);
  };
  const read = async () => {
    let open = false;
    for await (const event of client.stream('live', {}, AbortSignal.any([signal, silence.signal]))) {
      // Whatever changes from the first line on is told here: only now the lists are asked for.
      if (!open) begin();
      open = true;
      clearTimeout(watchdog);
      watchdog = setTimeout(() => silence.abort(), longestSilenceMs);
      if (event.type === 'alive') continue;
      waiting.push(event);
      moment ??= setTimeout(tellAll, momentMs);
    }
  };
  try {
    await read();
  } finally {
    clearTimeout(watchdog);
    clearTimeout(moment);
    tellAll();
    if (brokeOff(signal)) batch(loseRuns);
  }
}

/** A page that rests ends its stream itself; a call that found the daemon gone does so too. */
function brokeOff({ aborted, reason }: AbortSignal): boolean {
  return !aborted || (reason instanceof ConnectionTrouble && reason.kind !== 'busy');
}

function begin(): void {
  batch(() => {
    beginRuns();
    beginLog();
    beginChanges();
  });
}

function tell(events: readonly LiveEvent[]): void {
  const changed = new Set<Changing>();
  batch(() => {
    tellRuns(events);
    tellLog(events.flatMap((event) => (event.type === 'log' ? event.records : [])));
    for (const event of events) if (event.type === 'changed') changed.add(event.what);
    for (const what of changed) tellChange(what);
  });
}
