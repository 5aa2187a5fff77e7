// What `mailprobe start` runs, and how long its event loop was held up: a process of its own for the benchmark.
// Plain JavaScript, as the launcher is: a source with types would bring in what strips them.
process.argv.splice(2, 0, 'start');
void import('../../daemon/cli/mailprobe.mjs');

let gaps;
process.on('message', async (asked) => {
  const { loopGaps } = await import('../store/loop-gaps.ts');
  if (asked === 'begin') gaps = loopGaps();
  if (asked === 'gaps') process.send?.(gaps?.stop());
});
