import { scriptedServer } from '../servers/scripted-server.ts';
import { smtpScript, type SmtpOptions, type TakenLetter } from '../servers/scripts/smtp.ts';

const who = { username: 'small', password: 'pw-Small-1' };

/** A server in plain text, the letters it has taken, and how it is reached. */
export async function letterServer(options: Partial<SmtpOptions> = {}) {
  const letters: TakenLetter[] = [];
  const running = await scriptedServer(smtpScript({ ...who, security: 'plain', letters, ...options }));
  return { target: { security: 'plain' as const, port: running.port, ...who }, running, letters };
}
