import { describe, expect, it } from 'vitest';
import { ImapTags } from '../../daemon/probe/imap-tags.ts';

const refused = expect.objectContaining({ kind: 'protocol_error' });

function sent(...lines: string[]): ImapTags {
  const tags = new ImapTags();
  for (const line of lines) tags.client(Buffer.from(`${line}\r\n`));
  return tags;
}

describe('the tags of IMAP', () => {
  it('a reply to a command that was sent is taken, once', () => {
    const tags = sent('1 LOGIN "a" "b"');
    tags.server('* CAPABILITY IMAP4rev1');
    tags.server('+ go on');
    tags.server('1 OK in');
    expect(() => tags.server('1 OK in again')).toThrow(refused);
  });

  it('a reply before any command is refused', () => {
    expect(() => new ImapTags().server('1 OK [CAPABILITY IMAP4rev1] in')).toThrow(refused);
  });

  it('an OK to half a command is refused; a NO is taken', () => {
    expect(() => sent('1 LOGIN {3}').server('1 OK in')).toThrow(refused);
    expect(() => sent('1 LOGIN {3}').server('1 NO no literals')).not.toThrow();
    expect(() => sent('1 LOGIN {3}', 'ann {4}', 'word').server('1 OK in')).not.toThrow();
  });

  it('an answer within AUTHENTICATE is no command', () => {
    expect(() => sent('1 AUTHENTICATE PLAIN').server('1 OK in')).toThrow(refused);
    const tags = sent('1 AUTHENTICATE PLAIN', 'AGFubgB3b3Jk');
    tags.server('1 OK in');
    expect(() => tags.server('AGFubgB3b3Jk OK')).toThrow(refused);
  });
});
