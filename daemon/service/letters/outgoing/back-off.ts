/**
 * Minutes from one try to the next. A server that greylists wants a second try within minutes; one that is down is back in
 * hours; after two days (2,880 minutes in all) a letter is old, and its writer should know.
 */
const minutes = [1, 5, 15, 60, 120, 240, 480, 720, 1_239];

/** How long after so many tries the next one is due; undefined when there is none. */
export function backOffMs(attempts: number): number | undefined {
  const wait = minutes[attempts - 1];
  return wait === undefined ? undefined : wait * 60_000;
}
