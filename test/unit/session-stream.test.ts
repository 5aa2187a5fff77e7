import { describe, expect, test } from 'vitest';
import { arrive, failureOf, makeSession, text } from './session-ends.ts';

const path = '/tests/run';
const request = { method: 'POST', path, body: text('{"id":"157425284611357796"}') };

describe('a stream', () => {
  const events = ['{"type":"started"}', '{"type":"passed"}', 'ü', '', '{"type":"finished"}'];

  test('is read line by line, each as soon as it is proven', async () => {
    const { sent, written } = await recorded([[], events.slice(0, 2), events.slice(2), []]);
    const seen: string[] = [];
    for await (const line of sent.lines(source(written))) seen.push(line);
    expect(seen).toEqual(events);

    const cut = await read(sent, written.slice(0, 5));
    expect(cut).toEqual({ seen: events.slice(0, 2), outcome: 'cut_stream' });
  });

  test('may be empty', async () => {
    const { sent, written } = await recorded([]);
    expect(written).toHaveLength(1);
    expect(await read(sent, written)).toEqual({ seen: [], outcome: 'no failure' });
    expect(await read(sent, [])).toEqual({ seen: [], outcome: 'cut_stream' });
  });

  test('keeps the order of writes that overlap', async () => {
    const { sent, stream } = await recorded([]);
    const writes = await Promise.all([stream.write(['1']), stream.write(['2', '3']), stream.end()]);
    const lines = writes.join('').trimEnd().split('\n');
    expect(await read(sent, lines)).toEqual({ seen: ['1', '2', '3'], outcome: 'no failure' });
    await expect(stream.write(['4'])).rejects.toThrow(TypeError);
  });

  test('with a line missing, swapped, doubled, added or altered shows nothing that was not sent', async () => {
    const { sent, written } = await recorded([events.slice(0, 2), events.slice(2)]);
    const altered: string[][] = [];
    for (const [at, line] of written.entries()) {
      altered.push(written.toSpliced(at, 1), written.toSpliced(at, 0, line), written.toSpliced(at, 0, 'new'));
      for (const [other, second] of written.entries())
        if (other > at) altered.push(written.with(at, second).with(other, line));
      for (let place = 0; place < line.length; place++) {
        const turned = String.fromCharCode(line.charCodeAt(place) ^ (1 << (place % 7)));
        altered.push(written.with(at, line.slice(0, place) + turned + line.slice(place + 1)));
      }
    }
    expect(altered.length).toBeGreaterThan(250);
    let refused = 0;
    for (const lines of altered) {
      const { seen, outcome } = await read(sent, lines);
      expect(events.slice(0, seen.length)).toEqual(seen);
      if (outcome === 'no failure') expect(seen).toEqual(events);
      else refused++;
    }
    // Harmless: proofs that are missing or doubled, and what follows the end.
    expect(altered.length - refused).toBeLessThanOrEqual(6);
  });

  test('of another request or session is refused', async () => {
    const { sent, written, session } = await recorded([events]);
    expect((await read(session.request('POST', path), written)).outcome).toBe('wrong_reply');
    const other = await recorded([events]);
    expect((await read(sent, other.written)).outcome).toBe('wrong_reply');
  });

  test('does not hold back without measure', async () => {
    const { sent } = await recorded([]);
    const flood = Array.from({ length: 1025 }, () => 'x');
    expect(await read(sent, flood)).toEqual({ seen: [], outcome: 'wrong_reply' });
    expect((await read(sent, ['x'.repeat(65_537)])).outcome).toBe('wrong_reply');
  });

  test('takes no line that would break it', async () => {
    const { stream } = await recorded([]);
    await expect(stream.write(['a\nb'])).rejects.toThrow(TypeError);
    const forged = `{"type":"end","lines":0,"proof":"${'A'.repeat(43)}"}`;
    await expect(stream.write([forged])).rejects.toThrow(TypeError);
  });
});

/** A stream of these writes, and its end; with no write at all, a writer that has not begun as well. */
async function recorded(writes: string[][]) {
  const { daemon, session } = await makeSession();
  const sent = session.request('POST', path);
  const received = await arrive(daemon, await sent.authorize(request.body), request);
  const stream = received.stream(() => {});
  const unused = received.stream(() => {});
  let sentText = '';
  for (const lines of writes) sentText += await stream.write(lines);
  sentText += await stream.end();
  return { session, sent, stream: unused, written: sentText.slice(0, -1).split('\n') };
}

async function read(
  sent: { lines(lines: AsyncIterable<string>): AsyncGenerator<string, void, undefined> },
  lines: string[],
) {
  const seen: string[] = [];
  const outcome = await failureOf(async () => {
    for await (const line of sent.lines(source(lines))) seen.push(line);
  });
  return { seen, outcome };
}

async function* source(lines: string[]) {
  yield* lines;
}
