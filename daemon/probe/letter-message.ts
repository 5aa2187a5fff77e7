import MailComposer from 'nodemailer/lib/mail-composer';

/** What stands in a letter. Who gets it unseen is not among it. */
export interface LetterParts {
  from: string;
  /** Lists of addresses, separated by commas. */
  to: string;
  cc?: string | undefined;
  subject: string;
  text: string;
  /** Without brackets. */
  messageId: string;
  date: Date;
}

export interface LetterMessage {
  /** Whole, its lines ended by CRLF. */
  octets: Buffer;
  encoding: '7bit' | '8bit' | 'quoted-printable' | 'base64';
}

/** Without CRLF (RFC 5321 §4.5.3.1.6). */
const longestLine = 998;

/**
 * The message (RFC 5322): its text as it is where the way allows that, else quoted-printable, or base64 where most of it is
 * not ASCII. The headers hold no Bcc, and none of their values can begin another one.
 */
export async function letterMessage(
  { from, to, cc, subject, text, messageId, date }: LetterParts,
  { eightBit }: { eightBit: boolean },
): Promise<LetterMessage> {
  // A lone CR or LF is a line end to some and none to others: what stands behind it would be smuggled.
  const lines = text.replaceAll(/\r\n?/g, '\n');
  // From the first of a run alone: a text may be a hundred thousand empty lines.
  const body = `${lines.replace(/(?<!\n)\n+$/, '').replaceAll('\n', '\r\n')}\r\n`;
  const encoding = encodingOf(body, eightBit);
  const encoded = encoding === 'quoted-printable' || encoding === 'base64';
  const node = new MailComposer({
    from,
    to,
    ...(cc === undefined ? {} : { cc }),
    subject,
    messageId: `<${messageId}>`,
    date,
    // Of a text that goes as it is, the library writes the headers alone: it would encode whatever is not ASCII.
    text: encoded ? body : '',
    encoding,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  if (encoded) return { octets: withLastLineEnd(await node.build()), encoding };
  node.setHeader('Content-Type', 'text/plain; charset=utf-8');
  node.setHeader('Content-Transfer-Encoding', encoding);
  return { octets: Buffer.from(`${node.buildHeaders()}\r\n\r\n${body}`), encoding };
}

function encodingOf(body: string, eightBit: boolean): LetterMessage['encoding'] {
  const octets = Buffer.byteLength(body);
  const ascii = octets === body.length;
  const short = body.split('\r\n').every((line) => Buffer.byteLength(line) <= longestLine);
  if (short && ascii) return '7bit';
  if (short && eightBit) return '8bit';
  // More than one octet for most characters: quoted-printable would write three for each octet.
  return octets > body.length * 1.5 ? 'base64' : 'quoted-printable';
}

function withLastLineEnd(octets: Buffer): Buffer {
  return octets.subarray(-2).equals(crlf) ? octets : Buffer.concat([octets, crlf]);
}

const crlf = Buffer.from('\r\n');
