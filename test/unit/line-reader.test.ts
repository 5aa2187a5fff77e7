import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UidList } from '../../daemon/probe/wire/id-list.ts';
import { LineReader, limits } from '../../daemon/probe/wire/line-reader.ts';

function reader(literals = true): { feed(text: string | Buffer): void; lines: string[]; reader: LineReader } {
  const lines: string[] = [];
  const made = new LineReader(
    { line: (line) => lines.push(line.toString()), literal: (piece) => lines.push(`{${piece.length}}`) },
    { literals },
  );
  return { feed: (text) => made.feed(Buffer.from(text)), lines, reader: made };
}

describe('the line reader', () => {
  it('gives the same lines however the bytes are cut', () => {
    const text = '* OK hello\r\n* SEARCH 1 2 30\r\nA1 OK grüß dich\r\n\n+ \r\n';
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (cuts) => {
        const { lines, reader: made } = reader();
        made.listing = { form: 'search line', ids: new UidList() };
        const bytes = Buffer.from(text);
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = cuts[turn % cuts.length] ?? 1;
          made.feed(bytes.subarray(at, at + size));
          at += size;
        }
        expect(lines).toEqual(['* OK hello', '* SEARCH 1 2 30', 'A1 OK grüß dich', '', '+ ']);
      }),
    );
  });

  it('keeps a partial line apart', () => {
    const { feed, lines, reader: made } = reader();
    feed('+OK half');
    expect(lines).toEqual([]);
    expect(made.partialLine.toString()).toBe('+OK half');
  });

  it('counts an untagged SEARCH of any length and keeps its newest ten', () => {
    const { feed, lines, reader: made } = reader();
    const ids = new UidList();
    made.listing = { form: 'search line', ids };
    const numbers = Array.from({ length: 50_000 }, (_, at) => at + 1);
    feed(`* search ${numbers.join(' ')}\r\nA1 OK done\r\n`);
    expect(ids.ids.count).toBe(50_000);
    expect(ids.ids.newest[0]).toBe('50000');
    expect(lines).toEqual([
      '* SEARCH 49991 49992 49993 49994 49995 49996 49997 49998 49999 50000',
      'A1 OK done',
    ]);
  });

  it('passes an empty SEARCH through', () => {
    const { feed, lines, reader: made } = reader();
    made.listing = { form: 'search line', ids: new UidList() };
    feed('* SEARCH\r\n');
    expect(lines).toEqual(['* SEARCH']);
  });

  it('lets a literal pass as bytes, then goes on with lines', () => {
    const { feed, lines } = reader();
    feed('* LIST () "/" {5}\r\nIN\r\nX rest\r\n');
    expect(lines).toEqual(['* LIST () "/" {5}', '{5}', ' rest']);
  });

  it('goes on with the same line behind a literal, an empty one too', () => {
    const continued: boolean[] = [];
    const made = new LineReader(
      { line: (_line, goesOn) => continued.push(goesOn), literal: () => undefined },
      { literals: true },
    );
    made.feed(Buffer.from('* 1 FETCH (BODY[] {0}\r\n)\r\n* 2 FETCH (BODY[] {2}\r\nIN)\r\nA1 OK\r\n'));
    expect(continued).toEqual([false, true, false, true, false]);
  });

  it.each([
    ['a line above its limit', 'a'.repeat(limits.line + 1)],
    ['a literal above its limit', `* OK {${limits.literal + 1}}\r\n`],
    ['a literal beyond all numbers', `* OK {${'9'.repeat(25)}}\r\n`],
    ['a negative literal', '* OK {-1}\r\n'],
    ['more lines than a session has', '* OK\r\n'.repeat(limits.lines + 1)],
    ['more octets than a session has', `${'b'.repeat(limits.line - 1)}\r\n`.repeat(65)],
  ])('refuses %s', (_name, text) => {
    const { feed } = reader();
    expect(() => feed(text)).toThrow(expect.objectContaining({ kind: 'response_too_large' }));
  });

  it('refuses a list of ids above its limit, and keeps nothing of it', () => {
    const { feed, reader: made } = reader(false);
    made.listing = { form: 'lines' };
    const piece = `1 ${'x'.repeat(1_000)}\r\n`.repeat(1_000);
    expect(() => {
      for (let fed = 0; fed <= limits.list + piece.length; fed += piece.length) feed(piece);
    }).toThrow(expect.objectContaining({ kind: 'response_too_large' }));
  });
});
