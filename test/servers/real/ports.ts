import { once } from 'node:events';
import { createServer } from 'node:net';

/** Where the real servers listen. */
export interface Ports {
  /** STARTTLS offered; plain text login allowed, since Dovecot counts loopback as secure. */
  imap: number;
  imaps: number;
  pop3: number;
  pop3s: number;
  /** STARTTLS offered, AUTH in plain text allowed. Valid certificate only. */
  smtp: number;
  /** No AUTH before STARTTLS. */
  submission: number;
  smtps: number;
  /** Neither TLS nor AUTH. Valid address only. */
  smtpWithoutAuth: number;
  /** The server that receives letters: for the sending one alone. */
  receiving: number;
  /** Asked by the receiving server about each recipient (Postfix's policy protocol). */
  policy: number;
}

/** Picks free ports below the range that the system gives to outgoing connections. */
export async function freePorts(): Promise<Ports> {
  const taken = new Set<number>();
  const next = async (): Promise<number> => {
    for (;;) {
      const port = 10_000 + Math.floor(Math.random() * 20_000);
      if (taken.has(port) || !(await isFree(port))) continue;
      taken.add(port);
      return port;
    }
  };
  return {
    imap: await next(),
    imaps: await next(),
    pop3: await next(),
    pop3s: await next(),
    smtp: await next(),
    submission: await next(),
    smtps: await next(),
    smtpWithoutAuth: await next(),
    receiving: await next(),
    policy: await next(),
  };
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(port, '0.0.0.0');
    await once(probe, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}
