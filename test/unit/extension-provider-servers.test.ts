import { describe, expect, test } from 'vitest';
import { serverBeside, serverOfAddress } from '../../extension/accounts/provider-servers.ts';

describe('the server beside another', () => {
  test.each([
    ['imap.gmail.com', 'smtp', 'smtp.gmail.com', 465, 'ssl'],
    ['smtp.gmail.com', 'imap', 'imap.gmail.com', 993, 'ssl'],
    ['outlook.office365.com', 'smtp', 'smtp.office365.com', 587, 'tls'],
    ['smtp.office365.com', 'imap', 'outlook.office365.com', 993, 'ssl'],
    ['smtp-mail.outlook.com', 'imap', 'outlook.office365.com', 993, 'ssl'],
    ['IMAP.mail.yahoo.com.', 'smtp', 'smtp.mail.yahoo.com', 465, 'ssl'],
    ['imap.mail.me.com', 'smtp', 'smtp.mail.me.com', 587, 'tls'],
    ['mail.gmx.net', 'imap', 'imap.gmx.net', 993, 'ssl'],
    ['imap.acme.example', 'smtp', 'smtp.acme.example', 465, 'ssl'],
    ['pop3.acme.example', 'smtp', 'smtp.acme.example', 465, 'ssl'],
    ['imap-eu.acme.example', 'smtp', 'smtp-eu.acme.example', 465, 'ssl'],
    ['mail.acme.example', 'smtp', 'mail.acme.example', 465, 'ssl'],
    ['impact.example', 'smtp', 'impact.example', 465, 'ssl'],
    ['127.0.0.1', 'smtp', '127.0.0.1', 465, 'ssl'],
  ] as const)('of %s for %s is %s', (server, type, other, port, security) => {
    expect(serverBeside(server, 'ssl', type)).toEqual({ server: other, port, security });
  });

  test('keeps the encryption, at its usual port, where no provider says otherwise', () => {
    expect(serverBeside('imap.acme.example', 'tls', 'smtp')).toMatchObject({ port: 587, security: 'tls' });
    expect(serverBeside('smtp.acme.example', 'plain', 'imap')).toMatchObject({
      port: 143,
      security: 'plain',
    });
  });
});

describe('the server of an address', () => {
  test('is what its provider publishes', () => {
    expect(serverOfAddress('ada@gmail.com', 'imap')).toEqual({
      server: 'imap.gmail.com',
      port: 993,
      security: 'ssl',
    });
    expect(serverOfAddress(' Ada@Outlook.com ', 'smtp')).toMatchObject({ server: 'smtp-mail.outlook.com' });
  });

  test.each([
    ['ada@acme.example', 'imap'],
    ['ada', 'imap'],
    ['ada@notgmail.com', 'imap'],
    ['ada@icloud.com', 'pop3'],
  ] as const)('of %s for %s is not guessed', (address, type) => {
    expect(serverOfAddress(address, type)).toBeUndefined();
  });
});
