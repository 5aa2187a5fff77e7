// Preloaded into a daemon and its threads: the date is wrong by so much, and all else goes its way.
const wrongByMs = Number(process.env.DATE_WRONG_BY_MS);
const { now } = Date;

globalThis.Date = class extends Date {
  constructor(/** @type {any[]} */ ...parts) {
    // @ts-expect-error As many as there are.
    super(...(parts.length === 0 ? [now() + wrongByMs] : parts));
  }

  static now() {
    return now() + wrongByMs;
  }
};
