// `node test/bench/log-scrolling.ts [RECORDS]` after a build, and a part of `npm run bench`: a log of a million records in
// Chromium, gone through by wheel and by keys. Ends with 1 where rows are missing for longer than promised.
import { type Promised, tellPromised } from './promised.ts';
import { daemonProcess } from '../daemon-process.ts';
import { logRoom } from '../pages/log-room.ts';
import { fillLog } from '../store/fill-log.ts';
import { pairedPage } from './paired-page.ts';

/** A wheel is turned so often, so far each time. */
const turns = 10;
const turnPx = 20_000;
const pxASecond = 10_000;

export async function measureLogScrolling(records = 1_000_000) {
  await using daemon = await daemonProcess();
  await fillLog(daemon, records);
  await using browser = await pairedPage(daemon);
  const { page } = browser;
  const log = logRoom({ evaluate: (script) => page.evaluate(script) });
  // A tab behind another draws one frame a second.
  await page.bringToFront();
  await log.to('#/log');
  await log.rowsAreThere();
  const session = await page.context().newCDPSession(page);
  const { x = 0, y = 0 } = (await page.locator('.records-box').boundingBox()) ?? {};
  const wheel = (down: number) =>
    session.send('Input.synthesizeScrollGesture', {
      x: x + 200,
      y: y + 200,
      yDistance: -down,
      speed: pxASecond,
      gestureSourceType: 'mouse',
    });

  await log.watchBlanks();
  for (let turn = 0; turn < turns; turn += 1) await wheel(turnPx);
  const down = await log.blanksSeen();
  const rowsDown = await page.evaluate<number>(
    "Number([...document.querySelectorAll('.records-row')].at(-1)?.dataset.row)",
  );

  // From the search into the list.
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  await log.watchBlanks();
  const began = performance.now();
  await page.keyboard.press('End');
  await page.getByText('End of the list.').waitFor();
  const endMs = Math.round(performance.now() - began);
  const end = await log.blanksSeen();

  await log.watchBlanks();
  for (let turn = 0; turn < turns; turn += 1) await wheel(-turnPx);
  const up = await log.blanksSeen();
  return {
    records,
    rowsDown,
    framesDown: down.frames,
    blankDownMs: Math.round(down.longest),
    endMs,
    blankEndMs: Math.round(end.longest),
    blankUpMs: Math.round(up.longest),
  };
}

export function promisedOfLogScrolling(figures: Awaited<ReturnType<typeof measureLogScrolling>>): Promised[] {
  const { rowsDown, blankDownMs, blankEndMs, blankUpMs } = figures;
  return [
    { what: 'rows gone by wheel, downwards', figure: rowsDown, atLeast: 5_000 },
    { what: 'rows missing meanwhile, ms', figure: blankDownMs, atMost: 100 },
    { what: 'rows missing after End, ms', figure: blankEndMs, atMost: 100 },
    { what: 'rows missing by wheel upwards from there, ms', figure: blankUpMs, atMost: 100 },
  ];
}

if (import.meta.main) {
  const figures = await measureLogScrolling(Number(process.argv[2] ?? 1_000_000));
  console.table([figures]);
  tellPromised(promisedOfLogScrolling(figures));
}
