// A daemon on a data directory, and how long its event loop was held up: a process of its own for the benchmark.
import { startDaemon } from '../../daemon/main.ts';
import { loopGaps } from '../store/loop-gaps.ts';

const [directory = ''] = process.argv.slice(2);
const daemon = await startDaemon({
  port: 0,
  directory,
  version: '0.0.0',
  startCommand: 'mailprobe start',
  terminal: { ready: () => undefined, code: () => undefined, say: () => undefined },
});
// What the start takes is measured elsewhere.
let gaps = loopGaps();
process.on('message', (asked) => {
  if (asked === 'begin') gaps = loopGaps();
  if (asked === 'gaps') process.send?.(gaps.stop());
  if (asked === 'stop') void daemon.stop().then(() => process.exit());
});
process.send?.({ port: daemon.port });
