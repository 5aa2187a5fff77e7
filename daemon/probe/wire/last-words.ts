import type { Transcript } from '../transcript.ts';
import { decodeLine } from './decode-line.ts';
import type { Listing } from './line-reader.ts';

/** Of a long answer the last lines are the ones that tell. */
const keptLines = 40;
const keptCharacters = 1_024;
/** An EHLO reply or a list of capabilities is shorter. */
const keptRawCharacters = 4_096;
const keptRawLines = 200;
/** Of a list of ids the first lines tell how it looks; the other thousands are counted elsewhere. */
const keptOfList = 20;

/** What the server said since our last command, also written into the transcript. */
export class LastWords {
  readonly #transcript: Transcript;
  #shown: string[] = [];
  #raw: string[] = [];
  #listed = 0;

  constructor(transcript: Transcript) {
    this.#transcript = transcript;
  }

  add(line: Buffer, ofList: boolean): void {
    if (!ofList) this.#listed = 0;
    else if (++this.#listed > keptOfList) {
      if (this.#listed === keptOfList + 1) this.#transcript.note('The rest of the list is left out here.');
      return;
    }
    const raw = decodeLine(line);
    this.#shown.push(this.#transcript.server(raw).slice(0, keptCharacters));
    if (this.#shown.length > keptLines) this.#shown.shift();
    if (this.#raw.length < keptRawLines) this.#raw.push(raw.slice(0, keptRawCharacters));
  }

  clear(): void {
    this.#shown = [];
    this.#raw = [];
  }

  /** For people: without secrets, lines joined by `\n`. */
  get shown(): string {
    return this.#shown.join('\n');
  }

  /** As they came, lines joined by `\n`: for deciding, never for showing. */
  get raw(): string {
    return this.#raw.join('\n');
  }
}

/** As much of a reply as goes into an event: its last lines, each cut. */
export function shortened(reply: string): string {
  const lines = reply.split('\n').slice(-keptLines);
  return lines.map((line) => line.slice(0, keptCharacters)).join('\n');
}

/** Is the line one of many that nobody needs to read in the transcript? */
export function isInList(head: string, form: Listing['form'] | undefined): boolean {
  return form === 'lines' || form === 'block' || (form === 'letters' && !statusLine.test(head));
}

/** Of IMAP, tagged or not (RFC 9051 §7.1). */
const statusLine = /^\S+ (?:OK|NO|BAD|BYE|PREAUTH)\b/i;
