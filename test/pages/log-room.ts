import { eventually, type ExtensionPage } from '../browsers/extension-browser.ts';

export type LogRoom = ReturnType<typeof logRoom>;

/** What a test does in the room of the Main Log, and asks of it. */
export function logRoom(page: Pick<ExtensionPage, 'evaluate'>) {
  const to = (address: string) => page.evaluate(`void (location.hash = ${JSON.stringify(address)})`);
  const rowsAreThere = () =>
    eventually(
      async () => (await page.evaluate("document.querySelector('.records-row') !== null")) || undefined,
      'rows',
    );
  /** The rows are those of the question that was asked last. */
  const answered = () =>
    eventually(
      async () =>
        (await page.evaluate("document.querySelector('.records-box')?.ariaBusy === 'false'")) || undefined,
      'the answer',
    );
  const drawn = () => page.evaluate<number>("document.querySelectorAll('.records-row').length");
  const focused = () => page.evaluate<string>('document.activeElement.dataset.record ?? ""');
  /** The row that has the focus is among those that are seen. */
  const focusInSight = () =>
    page.evaluate<boolean>(`(() => {
      const box = document.querySelector('.records-box').getBoundingClientRect();
      const row = document.activeElement.closest('.records-row')?.getBoundingClientRect();
      return row !== undefined && row.top >= box.top && row.bottom <= box.bottom;
    })()`);
  const crumbs = () =>
    page.evaluate<string[]>(
      "[...document.querySelectorAll('.records-crumb-words')].map((crumb) => crumb.innerText)",
    );
  const crumbsBecome = (...expected: string[]) =>
    eventually(
      async () => JSON.stringify(await crumbs()) === JSON.stringify(expected) || undefined,
      `the crumbs ${expected.join(' › ')}`,
    );
  /** Watches each frame from now on: how long rows were missing where rows belong. */
  const watchBlanks = () =>
    page.evaluate(`void (window.blanks = { longest: 0, since: 0, frames: 0, on: true }, (function look(now) {
      const box = document.querySelector('.records-box')?.getBoundingClientRect();
      const seen = [...document.querySelectorAll('.records-row')].map((row) => row.getBoundingClientRect());
      const rows = seen.filter(({ top, bottom }) => box && bottom > box.top + 40 && top < box.bottom);
      const head = rows.reduce((sum, { height }) => sum + height, 0);
      // What is below the last row at the end of the list is no gap.
      const blank = !box || head < box.height - 150;
      const { blanks } = window;
      blanks.frames += 1;
      if (!blank) blanks.since = 0;
      else blanks.since ||= now;
      if (blank) blanks.longest = Math.max(blanks.longest, now - blanks.since);
      if (blanks.on) requestAnimationFrame(look);
    })(performance.now()))`);
  const blanksSeen = () =>
    page.evaluate<{ longest: number; frames: number }>('((window.blanks.on = false), window.blanks)');
  return { to, rowsAreThere, answered, drawn, focused, focusInSight, crumbsBecome, watchBlanks, blanksSeen };
}
