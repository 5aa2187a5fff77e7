import type { Socket } from 'node:net';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Wire } from './wire/wire.ts';

export interface SmtpClient {
  /** AUTH with one mechanism: PLAIN, LOGIN or CRAM-MD5. Rejects with nodemailer's error. */
  login(user: string, pass: string, method: string): Promise<void>;
}

/** Says EHLO through nodemailer on our wire. It is shown the greeting that the wire has read. */
export async function connectSmtp(wire: Wire, greeting: string): Promise<SmtpClient> {
  const connection = new SMTPConnection({
    // Typed as a net.Socket; of it the library uses what every Duplex has, and setTimeout.
    connection: wire.stream(greeting) as unknown as Socket,
    // The channel is as secure as it will be: the library neither upgrades it nor goes without (security §5).
    secured: true,
    secure: wire.secured,
    ignoreTLS: true,
    name: '[127.0.0.1]',
    logger: false,
  });
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  connection.on('error', (error: Error) => failed.reject(error));
  const call = (start: (done: (error?: Error | null) => void) => void): Promise<void> =>
    wire.guard(
      Promise.race([
        failed.promise,
        new Promise<void>((resolve, reject) => start((error) => (error ? reject(error) : resolve()))),
      ]),
    );
  await call((done) => connection.connect(done));
  return {
    login: (user, pass, method) => call((done) => connection.login({ user, pass, method }, done)),
  };
}
