import { describe, expect, it } from 'vitest';
import { scriptedServer } from '../servers/scripted-server.ts';
import { imapScript } from '../servers/scripts/imap.ts';
import { eventsOf, savedAccount, serviceOnDisk } from '../service/service-on-disk.ts';

const person = { username: 'ann@mail.test', password: 'hunter2-secret' };
const messageIds = ['4', '9'];

describe('a test of a saved account', () => {
  it('leaves in the Main Log that the session was set up, the ids called for, and the list received', async () => {
    const ground = await serviceOnDisk();
    await using server = await scriptedServer(imapScript({ ...person, security: 'plain', messageIds }));
    const id = await savedAccount(ground, { type: 'imap', security: 'plain', port: server.port, ...person });
    const { testId } = await ground.service.tests.start(id);
    const events = await eventsOf(ground, testId);
    expect(events.at(-1)).toMatchObject({ verdict: 'passed' });
    const { records } = await ground.service.log.page({ limit: 100, testId });
    const messages = records.toReversed().map(({ message }) => message);
    expect(messages).toEqual(
      expect.arrayContaining([
        'IMAP session set up: logged in as ann@mail.test by LOGIN.',
        'List of email ids called for after the authorization.',
        'List of email ids received: 2 messages, the newest 9, 4.',
      ]),
    );
    expect(JSON.stringify(records)).not.toContain(person.password);
  });
});
